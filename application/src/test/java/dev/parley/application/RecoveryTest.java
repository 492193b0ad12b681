package dev.parley.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.application.delivery.Deliveries;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Backlog;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static final Instant NOW = Fixtures.OPENED_AT.plusSeconds(1);
    private static final Backlog NOTHING_WAITS = new Backlog(0, 0, 0, 0, 0, 0);

    private final NegotiationStore store = new InMemoryNegotiationStore();
    private final Negotiations negotiations = new Negotiations(store, () -> NOW);

    @Test
    void givesBackEverythingInFlightExactlyAsItWas() {
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        List<Stored<Negotiation>> expected = new ArrayList<>();
        for (int i = 0; i < 1_203; i++) {
            NegotiationId id = new NegotiationId("n-" + i);
            Stored<Negotiation> opened = negotiations.open(id, Fixtures.CAMPAIGN, Attributes.empty());
            switch (i % 4) {
                case 0 -> expected.add(opened);
                case 1 ->
                    expected.add(negotiations
                            .advance(Step.on(opened, NegotiationEvent.SEND_OFFER))
                            .negotiation());
                case 2 -> expected.add(negotiations.pause(id, null));
                default -> negotiations.stop(id, null);
            }
        }

        List<Stored<Negotiation>> recovered = new ArrayList<>();
        RecoveryReport report = negotiations.recover(recovered::add);

        assertEquals(expected, recovered);
        assertEquals(
                new RecoveryReport(
                        903,
                        Map.of(
                                NegotiationState.INITIAL_OFFER, 301L,
                                NegotiationState.AWAITING_REPLY, 301L,
                                NegotiationState.PAUSED, 301L),
                        NOTHING_WAITS,
                        List.of()),
                report);
        assertEquals(report, negotiations.recover(stored -> {}), "recovering again finds the same");
    }

    private Stored<Negotiation> offer(String id) {
        Stored<Negotiation> opened = negotiations.open(new NegotiationId(id), Fixtures.CAMPAIGN, Attributes.empty());
        return negotiations
                .advance(Step.on(opened, NegotiationEvent.SEND_OFFER)
                        .owes(new MessageId("offer to " + id), Attributes.empty())
                        .replyDue(NOW.plusSeconds(10)))
                .negotiation();
    }

    @Test
    void countsWhatWaitsAndTouchesNoneOfIt() {
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        Stored<Negotiation> agreed = offer("agreed");
        negotiations.advance(Step.on(agreed, NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.ACCEPT));
        offer("failed");
        offer("unconfirmed");
        offer("sending");
        offer("pending");
        Deliveries deliveries = new Deliveries(store, () -> NOW);
        deliveries.giveUp(new MessageId("offer to agreed"));
        deliveries.failed(deliveries.claim(Duration.ofHours(1)).orElseThrow(), "no such address");
        deliveries.unconfirmed(deliveries.claim(Duration.ofHours(1)).orElseThrow(), NOW.plusSeconds(5), "timed out");
        assertTrue(deliveries.claim(Duration.ofHours(1)).isPresent());
        Negotiations later = new Negotiations(store, () -> NOW.plusSeconds(10));
        Object before = everything();

        RecoveryReport report = later.recover(stored -> {});

        assertEquals(new Backlog(4, 2, 1, 1, 0, 1), report.backlog());
        assertEquals(Map.of(NegotiationState.AWAITING_REPLY, 4L), report.inFlight());
        assertEquals(report, later.recover(stored -> {}), "recovering again finds the same");
        assertEquals(before, everything(), "nothing was sent, claimed or let expire");
    }

    private Object everything() {
        return List.of(
                store.negotiations(NegotiationFilter.all(), PageRequest.first(100)),
                store.owed(DeliveryFilter.all(), PageRequest.first(100)));
    }

    @Test
    void whatCannotBeReadIsQuarantinedAndStopsNothing() {
        DamagedRows damaged = new DamagedRows(store);
        Negotiations through = new Negotiations(damaged.store(), () -> NOW);
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        offer("n-1");
        Stored<Negotiation> sound = offer("n-2");
        List<UnreadableRow> rows =
                List.of(damaged.damage(new NegotiationId("n-1")), damaged.damage(new MessageId("offer to n-2")));
        List<Stored<Negotiation>> recovered = new ArrayList<>();

        RecoveryReport report = through.recover(recovered::add);

        assertEquals(List.of(sound), recovered);
        assertEquals(rows, report.unreadable());
        assertEquals(2, report.backlog().quarantined(), "they are counted in the same report");
        assertEquals(rows, damaged.quarantined());
        assertEquals(report, through.recover(stored -> {}), "recovering again finds the same");
    }

    @Test
    void aQuarantineWithoutRoomKeepsNothingFromBeingGivenBack() {
        DamagedRows damaged = new DamagedRows(store);
        NegotiationStore full = Around.store(damaged.store(), (method, arguments, call) -> {
            if (method.equals("quarantine")) {
                throw new StoreFailureException(Outcome.NOT_WRITTEN, "the disk is full; make room");
            }
            return call.proceed();
        });
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        offer("damaged");
        damaged.damage(new NegotiationId("damaged"));
        List<Stored<Negotiation>> sound = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            sound.add(offer("n-" + i));
        }
        List<Stored<Negotiation>> recovered = new ArrayList<>();

        assertThrows(StoreFailureException.class, () -> new Negotiations(full, () -> NOW).recover(recovered::add));

        assertEquals(sound, recovered, "on later pages, too");
    }
}
