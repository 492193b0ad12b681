package dev.parley.domain.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.value.InvalidValueException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HistoryEntryTest {
    private static final Transition STEP = new Transition(
            NegotiationState.INITIAL_OFFER, NegotiationEvent.SEND_OFFER, NegotiationState.AWAITING_REPLY);

    @Test
    void timeAndCauseMayBeUnknown() {
        HistoryEntry entry = new HistoryEntry(1, STEP, null, null);

        assertNull(entry.at());
        assertNull(entry.cause());
    }

    @Test
    void theTimeIsCutToTheMicrosecond() {
        HistoryEntry entry = new HistoryEntry(1, STEP, Instant.parse("2025-03-01T12:00:00.123456789Z"), "why");

        assertEquals(Instant.parse("2025-03-01T12:00:00.123456Z"), entry.at());
        assertEquals("why", entry.cause());
    }

    @Test
    void theSequenceBeginsAtOne() {
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> new HistoryEntry(0, STEP, null, null));

        assertEquals("sequence: must be at least 1", refused.getMessage());
    }

    @Test
    void theTimeMustLieInRange() {
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> new HistoryEntry(1, STEP, Instant.MAX, null));

        assertEquals("at: must lie in the years 1 to 9999", refused.getMessage());
    }

    @Test
    void theCauseMustBeWellFormed() {
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> new HistoryEntry(1, STEP, null, "\ud800"));

        assertEquals("cause", refused.subject());
    }

    @Test
    void theTextFormHidesTheCause() {
        assertEquals(
                "3: initial_offer -send_offer-> awaiting_reply at 2025-03-01T12:00:00Z",
                new HistoryEntry(3, STEP, Instant.parse("2025-03-01T12:00:00Z"), "secret").toString());
        assertEquals(
                "3: initial_offer -send_offer-> awaiting_reply", new HistoryEntry(3, STEP, null, "secret").toString());
    }
}
