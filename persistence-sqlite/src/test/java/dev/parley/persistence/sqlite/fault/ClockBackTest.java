package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.application.Negotiations;
import dev.parley.application.Step;
import dev.parley.application.delivery.Deliveries;
import dev.parley.crash.Fault;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that goes back, also between two processes: what has happened stays, and nothing happens twice. */
class ClockBackTest {
    private static final Fault FAULT = Fault.named("clock back");
    private static final NegotiationId ID = new NegotiationId("n");
    private static final MessageId OFFER = new MessageId("offer");
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Instant LATE = Fixtures.OPENED_AT.plus(Duration.ofHours(2));
    private static final Instant EARLY = Fixtures.OPENED_AT.minus(Duration.ofHours(2));

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock();

    private SqliteNegotiationStore open() {
        return SqliteNegotiationStore.open(directory.resolve("parley.db"));
    }

    @BeforeEach
    void offer() {
        try (SqliteNegotiationStore store = open()) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            Negotiations negotiations = new Negotiations(store, clock);
            Stored<Negotiation> opened = negotiations.open(ID, Fixtures.CAMPAIGN, Fixtures.context());
            negotiations.advance(Step.on(opened, NegotiationEvent.SEND_OFFER)
                    .owes(OFFER, Fixtures.context())
                    .replyDue(Fixtures.OPENED_AT.plus(Duration.ofHours(1))));
        }
    }

    @Test
    void unExpiresNothingAndExpiresNothingTwice() {
        assertEquals(1, expiredAt(LATE));
        assertEquals(0, expiredAt(EARLY));
        assertEquals(0, expiredAt(LATE));
        try (SqliteNegotiationStore store = open()) {
            assertEquals(
                    NegotiationState.STALE, store.find(ID).orElseThrow().value().state());
        }
        FAULT.ran("deadlines: expired once and for all");
    }

    @Test
    void expiresNothingTooEarly() {
        assertEquals(0, expiredAt(EARLY));
        assertEquals(0, expiredAt(Fixtures.OPENED_AT.plus(Duration.ofHours(1)).minusNanos(1_000)));
        assertEquals(1, expiredAt(Fixtures.OPENED_AT.plus(Duration.ofHours(1))));
    }

    @Test
    void givesNoMessageToASecondSender() {
        OwedMessage claimed = claimedAt(LATE).orElseThrow();
        assertEquals(Optional.empty(), claimedAt(EARLY));
        assertEquals(Optional.empty(), claimedAt(LATE.plus(LEASE).minusNanos(1_000)));

        clock.set(EARLY);
        try (SqliteNegotiationStore store = open()) {
            new Deliveries(store, clock).sent(claimed, Receipt.plain());
        }

        assertEquals(Optional.empty(), claimedAt(LATE.plus(Duration.ofDays(1))), "what was sent stays so");
        FAULT.ran("leases: one sender a message, a record that looks earlier than the claim is kept");
    }

    /** Control: a clock that runs over the lease does ask about it. */
    @Test
    void asksAboutAMessageOnceItsLeaseIsOver() {
        assertTrue(claimedAt(LATE).isPresent());
        OwedMessage again = claimedAt(LATE.plus(LEASE)).orElseThrow();
        assertEquals(DeliveryState.UNCONFIRMED, again.delivery().state());
    }

    @Test
    void sendsNothingBeforeItsTimeAndEverythingInTheEnd() {
        OwedMessage claimed = claimedAt(LATE).orElseThrow();
        try (SqliteNegotiationStore store = open()) {
            new Deliveries(store, clock).deferred(claimed, LATE.plusSeconds(60), "busy");
        }
        assertEquals(Optional.empty(), claimedAt(EARLY));
        assertTrue(claimedAt(LATE.plusSeconds(60)).isPresent());
    }

    @Test
    void makesNoChangeLookOlderThanTheOneBefore() {
        IdempotencyKey key = new IdempotencyKey("reply");
        Instant before;
        try (SqliteNegotiationStore store = open()) {
            before = store.find(ID).orElseThrow().value().updatedAt();
            clock.set(EARLY);
            Negotiations negotiations = new Negotiations(store, clock);
            Stored<Negotiation> current = negotiations.find(ID).orElseThrow();
            negotiations.advance(
                    Step.on(current, NegotiationEvent.RECEIVE_REPLY).named(key));
        }
        try (SqliteNegotiationStore store = open()) {
            assertEquals(before, store.find(ID).orElseThrow().value().updatedAt());
            assertEquals(before, store.findStep(ID, key).orElseThrow().at());
            assertEquals(
                    EARLY, store.find(ID).orElseThrow().value().history().get(1).at(), "the history shows the clock");
        }
        FAULT.ran("updated_at: never earlier than before");
    }

    private long expiredAt(Instant now) {
        try (SqliteNegotiationStore store = open()) {
            return new Negotiations(store, clock)
                    .expireOverdue(now, expired -> {})
                    .expired();
        }
    }

    private Optional<OwedMessage> claimedAt(Instant now) {
        clock.set(now);
        try (SqliteNegotiationStore store = open()) {
            return new Deliveries(store, clock).claim(LEASE);
        }
    }
}
