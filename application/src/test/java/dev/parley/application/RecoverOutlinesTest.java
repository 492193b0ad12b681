package dev.parley.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationOutline;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As {@link RecoveryTest}, in outline. */
class RecoverOutlinesTest {
    private static final Instant NOW = Fixtures.OPENED_AT.plusSeconds(1);

    private final NegotiationStore store = new InMemoryNegotiationStore();
    private final Negotiations negotiations = new Negotiations(store, () -> NOW);

    @BeforeEach
    void registerTheCampaign() {
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
    }

    private Stored<Negotiation> offer(String id) {
        Stored<Negotiation> opened = negotiations.open(new NegotiationId(id), Fixtures.CAMPAIGN, Fixtures.context());
        return negotiations
                .advance(Step.on(opened, NegotiationEvent.SEND_OFFER)
                        .owes(new MessageId("offer to " + id), Attributes.empty())
                        .replyDue(NOW.plusSeconds(10)))
                .negotiation();
    }

    @Test
    void givesBackEverythingInFlightAsRecoveringItWholeDoes() {
        for (int i = 0; i < 1_203; i++) {
            Stored<Negotiation> offered = offer("n-" + i);
            if (i % 3 == 0) {
                negotiations.stop(offered.value().id(), null);
            }
        }
        List<Stored<Negotiation>> whole = new ArrayList<>();
        RecoveryReport wholeReport = negotiations.recover(whole::add);
        List<Stored<NegotiationOutline>> outlines = new ArrayList<>();

        RecoveryReport report = negotiations.recoverOutlines(outlines::add);

        assertEquals(wholeReport, report);
        assertEquals(802, report.recovered());
        assertEquals(
                whole.stream()
                        .map(one -> List.of(one.value().id(), one.revision(), NegotiationState.AWAITING_REPLY, 1))
                        .toList(),
                outlines.stream()
                        .map(one -> List.of(
                                one.value().id(),
                                one.revision(),
                                one.value().state(),
                                one.value().historyLength()))
                        .toList());
        assertEquals(Fixtures.context(), outlines.get(801).value().context());
    }

    @Test
    void readsNoNegotiationWhole() {
        offer("n");
        Set<String> calls = new TreeSet<>();
        NegotiationStore watched = Around.store(store, (method, arguments, call) -> {
            calls.add(method);
            return call.proceed();
        });

        new Negotiations(watched, () -> NOW).recoverOutlines(outline -> {});

        assertEquals(Set.of("outlines", "owed", "backlog"), calls);
    }

    @Test
    void whatCannotBeReadIsQuarantinedAndStopsNothing() {
        DamagedRows damaged = new DamagedRows(store);
        Negotiations through = new Negotiations(damaged.store(), () -> NOW);
        offer("n-1");
        Stored<Negotiation> sound = offer("n-2");
        List<UnreadableRow> rows =
                List.of(damaged.damage(new NegotiationId("n-1")), damaged.damage(new MessageId("offer to n-2")));
        List<NegotiationId> recovered = new ArrayList<>();

        RecoveryReport report =
                through.recoverOutlines(one -> recovered.add(one.value().id()));

        assertEquals(List.of(sound.value().id()), recovered);
        assertEquals(rows, report.unreadable());
        assertEquals(2, report.backlog().quarantined(), "they are counted in the same report");
        assertEquals(rows, damaged.quarantined());
        assertEquals(report, through.recoverOutlines(one -> {}), "recovering again finds the same");
    }

    @Test
    void aContextThatCannotBeDecodedStopsNobodyWhoDoesNotAskForIt() {
        offer("n");
        UnreadableException unreadable =
                new UnreadableException(new UnreadableRow("negotiation", 1, "n", "a newer version wrote it"));
        NegotiationStore newer = Around.store(
                store,
                (method, arguments, call) ->
                        method.equals("outlines") ? undecodable(call.proceed(), unreadable) : call.proceed());
        List<NegotiationOutline> recovered = new ArrayList<>();

        RecoveryReport report = new Negotiations(newer, () -> NOW).recoverOutlines(one -> recovered.add(one.value()));

        assertEquals(1, report.recovered());
        assertEquals(List.of(), report.unreadable());
        assertSame(
                unreadable,
                assertThrows(UnreadableException.class, () -> recovered.get(0).context()));
    }

    @SuppressWarnings("unchecked")
    private static Page<Stored<NegotiationOutline>> undecodable(Object answer, UnreadableException unreadable) {
        Page<Stored<NegotiationOutline>> page = (Page<Stored<NegotiationOutline>>) answer;
        return new Page<>(
                page.rows().stream()
                        .map(row -> row.map(outline -> undecodable(outline, unreadable)))
                        .toList(),
                page.unreadable(),
                page.next());
    }

    private static NegotiationOutline undecodable(NegotiationOutline outline, UnreadableException unreadable) {
        return new NegotiationOutline(
                outline.id(),
                outline.campaignId(),
                outline.threadId(),
                outline.state(),
                outline.roundCount(),
                outline.replyDueAt(),
                () -> {
                    throw unreadable;
                },
                outline.historyLength(),
                outline.createdAt(),
                outline.updatedAt());
    }
}
