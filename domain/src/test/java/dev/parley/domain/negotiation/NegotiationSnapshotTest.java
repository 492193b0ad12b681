package dev.parley.domain.negotiation;

import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationState.AWAITING_REPLY;
import static dev.parley.domain.negotiation.NegotiationState.COUNTER_RECEIVED;
import static dev.parley.domain.negotiation.NegotiationState.INITIAL_OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.Examples;
import dev.parley.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NegotiationSnapshotTest {
    private static final HistoryEntry OFFERED = entry(1, new Transition(INITIAL_OFFER, SEND_OFFER, AWAITING_REPLY));
    private static final HistoryEntry REPLIED =
            entry(2, new Transition(AWAITING_REPLY, RECEIVE_REPLY, COUNTER_RECEIVED));

    @Test
    void theRoundCountIsTakenAsItWasStored() {
        assertEquals(7, snapshot(COUNTER_RECEIVED, 7, OFFERED, REPLIED).roundCount());
        assertEquals(0, snapshot(INITIAL_OFFER, 0).roundCount());
    }

    @Test
    void theRoundCountIsNotNegative() {
        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> snapshot(INITIAL_OFFER, -1));

        assertEquals("round_count: must not be negative", refused.getMessage());
    }

    @Test
    void theHistoryMustLeadToTheState() {
        InvalidHistoryException refused =
                assertThrows(InvalidHistoryException.class, () -> snapshot(AWAITING_REPLY, 0, OFFERED, REPLIED));

        assertEquals(
                "history: ends in counter_received after 2 transitions, but the state is awaiting_reply",
                refused.getMessage());
    }

    @Test
    void theHistoryIsNumberedFromOneWithoutAGap() {
        HistoryEntry third = entry(3, REPLIED.transition());

        InvalidHistoryException refused =
                assertThrows(InvalidHistoryException.class, () -> snapshot(COUNTER_RECEIVED, 0, OFFERED, third));

        assertEquals("history: entry 2 is numbered 3; one is missing or doubled", refused.getMessage());
    }

    @Test
    void theHistoryDoesNotBeginWithASecondEntry() {
        HistoryEntry second = entry(2, OFFERED.transition());

        InvalidHistoryException refused =
                assertThrows(InvalidHistoryException.class, () -> snapshot(AWAITING_REPLY, 0, second));

        assertEquals("history: entry 1 is numbered 2; one is missing or doubled", refused.getMessage());
    }

    @Test
    void timesAreCutToTheMicrosecond() {
        Instant fine = Instant.parse("2025-03-01T12:00:00.123456789Z");

        NegotiationSnapshot snapshot = new NegotiationSnapshot(
                Examples.NEGOTIATION,
                Examples.CAMPAIGN,
                null,
                INITIAL_OFFER,
                0,
                null,
                Examples.CONTEXT,
                List.of(),
                fine,
                fine);

        assertEquals(Instant.parse("2025-03-01T12:00:00.123456Z"), snapshot.createdAt());
        assertEquals(Instant.parse("2025-03-01T12:00:00.123456Z"), snapshot.updatedAt());
    }

    @Test
    void timesMustLieInRange() {
        assertEquals("created_at", outOfRange(Instant.MIN, Examples.NOON).subject());
        assertEquals("updated_at", outOfRange(Examples.NOON, Instant.MAX).subject());
    }

    private static InvalidValueException outOfRange(Instant createdAt, Instant updatedAt) {
        return assertThrows(
                InvalidValueException.class,
                () -> new NegotiationSnapshot(
                        Examples.NEGOTIATION,
                        Examples.CAMPAIGN,
                        null,
                        INITIAL_OFFER,
                        0,
                        null,
                        Examples.CONTEXT,
                        List.of(),
                        createdAt,
                        updatedAt));
    }

    @Test
    void theHistoryIsCopied() {
        List<HistoryEntry> history = new ArrayList<>(List.of(OFFERED));
        NegotiationSnapshot snapshot = snapshot(AWAITING_REPLY, history);

        history.clear();

        assertEquals(List.of(OFFERED), snapshot.history());
    }

    @Test
    void aHistoryThatIsCheckedAlreadyIsSharedAndNotCopied() {
        History history = History.of(List.of(OFFERED, REPLIED));
        NegotiationSnapshot snapshot = snapshot(COUNTER_RECEIVED, history);

        assertSame(history, snapshot.history());
        assertSame(history.machine(), snapshot.machine());
        InvalidHistoryException refused =
                assertThrows(InvalidHistoryException.class, () -> snapshot(AWAITING_REPLY, history));
        assertEquals(
                "history: ends in counter_received after 2 transitions, but the state is awaiting_reply",
                refused.getMessage());
    }

    @Test
    void theMachineStandsWhereTheSnapshotDoes() {
        NegotiationStateMachine machine =
                snapshot(COUNTER_RECEIVED, 0, OFFERED, REPLIED).machine();

        assertEquals(COUNTER_RECEIVED, machine.state());
        assertEquals(List.of(OFFERED.transition(), REPLIED.transition()), machine.history());
    }

    @Test
    void theTextFormHidesContextAndCauses() {
        assertEquals(
                "NegotiationSnapshot[n-1 of c-1, counter_received after 2 transitions, round 4,"
                        + " Attributes[1 keys, 33 bytes]]",
                snapshot(COUNTER_RECEIVED, 4, OFFERED, REPLIED).toString());
    }

    private static HistoryEntry entry(int sequence, Transition transition) {
        return new HistoryEntry(sequence, transition, Examples.NOON, "secret");
    }

    private static NegotiationSnapshot snapshot(NegotiationState state, int rounds, HistoryEntry... history) {
        return new NegotiationSnapshot(
                Examples.NEGOTIATION,
                Examples.CAMPAIGN,
                null,
                state,
                rounds,
                null,
                Examples.CONTEXT,
                List.of(history),
                Examples.NOON,
                Examples.NOON);
    }

    private static NegotiationSnapshot snapshot(NegotiationState state, List<HistoryEntry> history) {
        return new NegotiationSnapshot(
                Examples.NEGOTIATION,
                Examples.CAMPAIGN,
                null,
                state,
                0,
                null,
                Examples.CONTEXT,
                history,
                Examples.NOON,
                Examples.NOON);
    }
}
