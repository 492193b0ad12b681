package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Durability;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.TracesLeftException;
import dev.parley.testkit.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased is nowhere in the file or beside it, and nothing else is touched. */
class EraseTest {
    private static final String SECRET = BusyStock.SECRET;
    private static final NegotiationId ONE = BusyStock.secretIds().get(1);

    private static final Options OPTIONS =
            Options.defaults().durability(Durability.OFF).busyTimeout(Duration.ofMillis(50));

    @TempDir
    static Path shelf;

    @TempDir
    Path directory;

    private Path file;
    private SqliteNegotiationStore store;

    /** Whether SQLite leaves traces in the gaps of pages is chance; there must be some, or the test shows nothing. */
    @BeforeAll
    static void fillUntilADeletionLeavesTraces() throws Exception {
        boolean traces = false;
        for (long seed = 1; !traces && seed <= 20; seed++) {
            Path trial = Files.createDirectories(shelf.resolve("trial-" + seed));
            fill(shelf.resolve("stock.db"), seed);
            Path copy = Files.copy(shelf.resolve("stock.db"), trial.resolve("parley.db"));
            try (SqliteNegotiationStore store = SqliteNegotiationStore.open(copy, OPTIONS)) {
                deleteAllBut(0, store, copy);
            }
            traces = Traces.of(SECRET, trial).containsKey("parley.db");
        }
        assertTrue(traces, "a deletion alone must leave traces in the file");
    }

    private static void fill(Path stock, long seed) throws Exception {
        Files.deleteIfExists(stock);
        try (SqliteNegotiationStore filled = SqliteNegotiationStore.open(stock, OPTIONS);
                Sql app = Sql.on(stock)) {
            app.run("CREATE TABLE audit (line TEXT)");
            BusyStock.fill(filled, app, seed);
            app.run("DELETE FROM audit WHERE rowid % 7 = 0");
        }
    }

    @BeforeEach
    void open() throws Exception {
        file = Files.copy(shelf.resolve("stock.db"), directory.resolve("parley.db"));
        store = SqliteNegotiationStore.open(file, OPTIONS);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void leavesNoTrace() throws Exception {
        assertTrue(Traces.of(SECRET, directory).size() > 0, "the secret must be there before");

        eraseAll();

        assertEquals(Map.of(), Traces.of(SECRET, directory));
        assertEquals(List.of(), store.examine().findings());
        store.close();
        assertEquals(Map.of(), Traces.of(SECRET, directory), "nor after closing");
    }

    @Test
    void aDeletionAloneLeavesTraces() throws Exception {
        deleteAll();

        assertTrue(Traces.of(SECRET, directory).containsKey("parley.db-wal"));
    }

    @Test
    void soDoesADeletionWithoutItsLog() throws Exception {
        deleteAll();

        checkpoint();

        assertEquals("parley.db", String.join(" ", Traces.of(SECRET, directory).keySet()));
    }

    @Test
    void whatWasDeletedBeforeIsScrubbedAway() throws Exception {
        deleteAll();

        store.scrub();

        assertEquals(Map.of(), Traces.of(SECRET, directory));
    }

    @Test
    void whatASqlShellHasFreedIsScrubbedAway() throws Exception {
        try (Sql shell = Sql.on(file)) {
            shell.run("PRAGMA foreign_keys = ON");
            shell.run("DELETE FROM parley_quarantine");
            shell.run("DELETE FROM parley_negotiations WHERE negotiation_id LIKE '" + SECRET + "%'");
        }
        checkpoint();
        assertTrue(Traces.of(SECRET, directory).size() > 0, "a shell leaves more than we do");

        store.scrub();

        assertEquals(Map.of(), Traces.of(SECRET, directory));
    }

    @Test
    void whatSqliteHasSampledIsScrubbedAway() throws Exception {
        try (Sql app = Sql.on(file)) {
            app.run("CREATE INDEX audit_line ON audit (line)");
            app.run("ANALYZE");
        }
        List<String> samples = sql("SELECT * FROM sqlite_stat4 WHERE tbl = 'audit' ORDER BY rowid");
        assertTrue(sql("SELECT sample FROM sqlite_stat4 WHERE tbl = 'parley_negotiations'")
                        .size()
                > 0);
        assertTrue(samples.size() > 0);

        eraseAll();

        assertEquals(Map.of(), Traces.of(SECRET, directory));
        assertEquals(samples, sql("SELECT * FROM sqlite_stat4 ORDER BY rowid"));
    }

    @Test
    void everythingElseStays() throws Exception {
        List<NegotiationId> secret = BusyStock.secretIds();
        List<String> others = others();
        List<String> audit = sql("SELECT rowid, line FROM audit ORDER BY rowid");
        List<String> schema = sql("SELECT type, name, sql FROM sqlite_schema ORDER BY name");
        CampaignSnapshot campaign = store.findCampaign(Fixtures.CAMPAIGN).orElseThrow();

        eraseAll();

        assertEquals(others, others());
        assertEquals(audit, sql("SELECT rowid, line FROM audit ORDER BY rowid"), "VACUUM would number these anew");
        assertEquals(schema, sql("SELECT type, name, sql FROM sqlite_schema ORDER BY name"));
        assertEquals(campaign, store.findCampaign(Fixtures.CAMPAIGN).orElseThrow());
        for (NegotiationId id : secret) {
            assertTrue(store.find(id).isEmpty());
        }
    }

    @Test
    void theCampaignKeepsTheAgreement() {
        NegotiationId agreed = BusyStock.AGREED;
        CampaignSnapshot campaign = store.findCampaign(Fixtures.CAMPAIGN).orElseThrow();
        assertEquals(1, campaign.tracker().agreements().size());

        store.erase(agreed, revision(agreed));

        assertEquals(campaign, store.findCampaign(Fixtures.CAMPAIGN).orElseThrow());
    }

    @Test
    void whoeverStillReadsIsNamedAsTheReasonForTracesAndScrubbingAgainFinishes() throws Exception {
        try (Sql reader = Sql.on(file)) {
            reader.run("BEGIN");
            reader.rows("SELECT count(*) FROM parley_negotiations");

            TracesLeftException left = assertThrows(TracesLeftException.class, () -> store.erase(ONE, revision(ONE)));

            assertTrue(left.getMessage().contains("call scrub() again"), left.getMessage());
            assertTrue(store.find(ONE).isEmpty(), "it is deleted nevertheless");
            assertTrue(Traces.of(SECRET, directory).size() > 0);
        }
        deleteAll();

        store.scrub();

        assertEquals(Map.of(), Traces.of(SECRET, directory));
    }

    @Test
    void aWriterThatDoesNotFinishIsToldOf() throws Exception {
        long revision = revision(ONE);
        try (Sql writer = Sql.on(file)) {
            writer.run("BEGIN IMMEDIATE");

            assertThrows(StoreBusyException.class, () -> store.erase(ONE, revision));
            TracesLeftException left = assertThrows(TracesLeftException.class, store::scrub);

            assertInstanceOf(StoreBusyException.class, left.getCause());
        }
        assertTrue(store.find(ONE).isPresent(), "nothing was done");
    }

    @Test
    void theTriggersOfAnAppDoNotFire() throws Exception {
        try (Sql app = Sql.on(file)) {
            app.run("CREATE TRIGGER note AFTER INSERT ON parley_history_blocks BEGIN"
                    + " INSERT INTO audit VALUES ('fired'); END");
        }

        TracesLeftException left = assertThrows(TracesLeftException.class, store::scrub);

        assertTrue(left.getMessage().contains("drop them before"), left.getMessage());
        assertEquals(List.of("0"), sql("SELECT count(*) FROM audit WHERE line = 'fired'"));
    }

    @Test
    void whatIsNotAsDecidedOnIsNotErased() throws Exception {

        assertThrows(StaleRevisionException.class, () -> store.erase(ONE, revision(ONE) + 1));
        assertThrows(NegotiationNotFoundException.class, () -> store.erase(new NegotiationId("nobody"), 1));

        assertTrue(store.find(ONE).isPresent());
        assertFalse(Traces.of(SECRET, directory).isEmpty());
    }

    @Test
    void otherThreadsGoOnMeanwhile() throws Exception {
        CountDownLatch writing = new CountDownLatch(5);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<Integer> written = other.submit(() -> {
            for (int i = 0; i < 50; i++) {
                BusyStock.open(store, "meanwhile-" + i);
                writing.countDown();
            }
            return 50;
        });
        writing.await();

        eraseAll();
        store.scrub();

        assertEquals(50, written.get());
        other.shutdown();
        assertTrue(store.find(new NegotiationId("meanwhile-49")).isPresent());
        assertEquals(List.of(), store.examine().findings());
    }

    private void eraseAll() {
        deleteAllBut(1);
        NegotiationId last = BusyStock.secretIds().get(0);
        store.erase(last, revision(last));
    }

    private void deleteAll() {
        deleteAllBut(0);
    }

    private void deleteAllBut(int first) {
        deleteAllBut(first, store, file);
    }

    private static void deleteAllBut(int first, SqliteNegotiationStore store, Path file) {
        List<NegotiationId> ids = BusyStock.secretIds();
        for (NegotiationId id : ids.subList(first, ids.size())) {
            revision(id, file).ifPresent(revision -> store.delete(id, revision));
        }
    }

    private long revision(NegotiationId id) {
        return revision(id, file).orElseThrow();
    }

    private static OptionalLong revision(NegotiationId id, Path file) {
        try (Sql shell = Sql.on(file)) {
            List<String> found =
                    shell.rows("SELECT revision FROM parley_negotiations WHERE negotiation_id = '" + id.value() + "'");
            return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(found.get(0)));
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private void checkpoint() throws Exception {
        assertEquals(List.of("0|0|0"), sql("PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    private List<String> others() {
        return store.negotiations(NegotiationFilter.all(), PageRequest.first(1_000)).rows().stream()
                .filter(stored -> !stored.value().id().value().startsWith(SECRET))
                .map(stored ->
                        stored.revision() + " " + stored.value().context().asMap() + " "
                                + stored.value().history()
                                + store.handledBy(stored.value().id())
                                + store.owedBy(stored.value().id()))
                .toList();
    }

    private List<String> sql(String statement) throws Exception {
        try (Sql shell = Sql.on(file)) {
            return shell.rows(statement);
        }
    }
}
