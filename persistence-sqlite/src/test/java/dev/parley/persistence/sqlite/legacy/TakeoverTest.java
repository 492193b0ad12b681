package dev.parley.persistence.sqlite.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StoreClosedException;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.persistence.sqlite.legacy.LegacyDatabase.Finding;
import dev.parley.persistence.sqlite.legacy.LegacyDatabase.Report;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import makes of a store that is not empty. */
class TakeoverTest {
    private static final CampaignId SPRING = Fixtures.CAMPAIGN;

    @TempDir
    private Path directory;

    private final NegotiationStore store = new InMemoryNegotiationStore();
    private LegacyFile source;

    @BeforeEach
    void create() throws Exception {
        source = LegacyFile.create(directory.resolve("legacy.db"));
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        source.close();
    }

    @Test
    void anEmptyDatabaseCommitsNothing() {
        List<Commit> commits = new ArrayList<>();

        assertEquals(
                new Report(0, 0, 0, List.of()),
                source.read().importInto(before("commit", (target, commit) -> commits.add((Commit) commit))));
        assertEquals(List.of(), commits);
    }

    @Test
    void everythingIsOneCommit() throws Exception {
        List<Object> commits = new ArrayList<>();
        source.with(LegacyFile.row("t-1")).with(LegacyFile.row("t-2"));

        Report report = source.read().importInto(before("commit", (target, commit) -> commits.add(commit)));

        assertEquals(new Report(1, 2, 0, List.of()), report);
        assertEquals(1, commits.size());
    }

    @Test
    void aNegotiationThatIsThereIsLeftAlone() throws Exception {
        importAll("t-1");
        Stored<NegotiationSnapshot> before = find("t-1");
        Negotiation stopped =
                Negotiation.restore(before.value()).on(List.of(NegotiationEvent.STOP), Fixtures.OPENED_AT, "by hand");
        store.commit(Commit.of(NegotiationChange.changed(before, stopped.snapshot())));

        assertEquals(new Report(0, 1, 1, List.of()), importAll("t-2"));
        assertEquals(new Stored<>(stopped.snapshot(), 2), find("t-1"));
    }

    @Test
    void oneThatIsThereAndUnreadableIsLeftAlone() throws Exception {
        source.with(LegacyFile.row("t-1"));
        NegotiationStore damaged = before("find", (target, id) -> {
            throw new UnreadableException(new UnreadableRow("negotiation", 1, String.valueOf(id), "damaged"));
        });

        assertEquals(new Report(1, 0, 1, List.of()), source.read().importInto(damaged));
    }

    @Test
    void aThreadOfAnotherNegotiationIsReported() throws Exception {
        store.commit(Commit.of(
                List.of(Fixtures.campaign(new CampaignId("own"))),
                List.of(NegotiationChange.opened(Fixtures.negotiation("own", new CampaignId("own"), "t-2")
                        .snapshot()))));
        source.with(LegacyFile.row("t-1"))
                .with("t-2", LegacyColumn.TRACKER, LegacyFile.tracker("spring").replace("10", "11"));

        Report report = source.read().importInto(store);

        String differs = "cpm_tracker_json has another total_influencers, other than the copy taken, that of row t-1";
        String taken = "its thread belongs to another negotiation of the store";
        assertEquals(
                new Report(1, 1, 0, List.of(new Finding("t-2", differs, false), new Finding("t-2", taken, false))),
                report);
        assertEquals(Optional.empty(), store.find(new NegotiationId("t-2")));
    }

    @Test
    void aCampaignWithOtherContentStandsAndGetsTheNegotiations() throws Exception {
        CampaignSnapshot registered = Fixtures.campaign(SPRING);
        store.commit(Commit.of(registered));
        source.with("t-1", LegacyColumn.TRACKER, LegacyFile.tracker("spring", "25.00"));

        Report report = source.read().importInto(store);

        assertEquals(
                List.of("campaign spring"),
                report.findings().stream().map(Finding::row).toList());
        assertEquals(1, report.negotiations());
        assertEquals(0, report.campaigns());
        assertEquals(Optional.of(registered), store.findCampaign(SPRING));
        assertEquals(SPRING, find("t-1").value().campaignId());
    }

    @Test
    void anUnreadableCampaignGetsNoNegotiations() throws Exception {
        source.with(LegacyFile.row("t-1"));
        NegotiationStore damaged = before("findCampaign", (target, id) -> {
            throw new UnreadableException(new UnreadableRow("campaign", 1, String.valueOf(id), "damaged"));
        });

        Report report = source.read().importInto(damaged);

        assertEquals(
                List.of("campaign spring", "t-1"),
                report.findings().stream().map(Finding::row).toList());
        assertEquals(Optional.empty(), store.find(new NegotiationId("t-1")));
    }

    @Test
    void aTrackerThatHasGrownSinceIsAppendedTo() throws Exception {
        source.with("t-1", LegacyColumn.TRACKER, LegacyFile.tracker("spring", "25.00"));
        source.read().importInto(store);
        source.with("t-2", LegacyColumn.TRACKER, LegacyFile.tracker("spring", "25.00", "26.00"));

        assertEquals(new Report(1, 1, 1, List.of()), source.read().importInto(store));
        assertEquals(List.of("25.00", "26.00"), agreed());
        assertEquals(new Report(0, 0, 2, List.of()), source.read().importInto(store));
    }

    @Test
    void aTrackerThatContradictsTheBookedAgreementsIsReported() throws Exception {
        source.with("t-1", LegacyColumn.TRACKER, LegacyFile.tracker("spring", "25.00"));
        source.read().importInto(store);
        source.with("t-2", LegacyColumn.TRACKER, LegacyFile.tracker("spring", "25.10", "26.00"));

        Report report = source.read().importInto(store);

        assertEquals(1, report.negotiations());
        assertEquals("campaign spring", report.findings().get(1).row());
        assertEquals(List.of("25.00"), agreed());
    }

    @Test
    void anImportThatIsOvertakenIsDecidedAnew() throws Exception {
        source.with(LegacyFile.row("t-1")).with(LegacyFile.row("t-2"));
        List<Object> overtaken = new ArrayList<>();
        NegotiationStore raced = before("commit", (target, commit) -> {
            if (overtaken.isEmpty()) {
                overtaken.add(commit);
                Commit whole = (Commit) commit;
                target.commit(Commit.of(whole.campaigns(), whole.changes().subList(0, 1)));
            }
        });

        assertEquals(new Report(0, 1, 1, List.of()), source.read().importInto(raced));
        assertEquals(1, find("t-1").revision());
        assertEquals(1, find("t-2").revision());
    }

    @Test
    void aStoreThatAlwaysRefusesEndsTheImport() throws Exception {
        source.with(LegacyFile.row("t-1"));
        NegotiationStore refusing = before("commit", (target, commit) -> {
            throw new NegotiationAlreadyExistsException(new NegotiationId("t-1"));
        });

        assertThrows(
                NegotiationAlreadyExistsException.class, () -> source.read().importInto(refusing));
        assertEquals(Optional.empty(), store.findCampaign(SPRING));
    }

    @Test
    void aClosedStoreSaysSo() throws Exception {
        source.with(LegacyFile.row("t-1"));
        store.close();

        assertThrows(StoreClosedException.class, () -> source.read().importInto(store));
    }

    private Report importAll(String thread) throws Exception {
        return source.with(LegacyFile.row(thread)).read().importInto(store);
    }

    private Stored<NegotiationSnapshot> find(String thread) {
        return store.find(new NegotiationId(thread)).orElseThrow();
    }

    private List<String> agreed() {
        return store.findCampaign(SPRING).orElseThrow().tracker().agreements().stream()
                .map(agreement -> agreement.cpm().amount().toString())
                .toList();
    }

    /** The store, with something that happens before each call of one method. */
    private NegotiationStore before(String method, BiConsumer<NegotiationStore, Object> interference) {
        return (NegotiationStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {NegotiationStore.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        interference.accept(store, arguments[0]);
                    }
                    try {
                        return called.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
