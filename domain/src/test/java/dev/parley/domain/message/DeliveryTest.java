package dev.parley.domain.message;

import static dev.parley.domain.message.DeliveryState.FAILED;
import static dev.parley.domain.message.DeliveryState.GIVEN_UP;
import static dev.parley.domain.message.DeliveryState.PENDING;
import static dev.parley.domain.message.DeliveryState.SENDING;
import static dev.parley.domain.message.DeliveryState.SENT;
import static dev.parley.domain.message.DeliveryState.UNCONFIRMED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.Examples;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.ValueTooLargeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryTest {
    private static final Instant NOON = Examples.NOON;
    private static final Set<DeliveryState> MUST_BE_DUE = EnumSet.of(PENDING, SENDING);
    private static final Set<DeliveryState> MAY_BE_DUE = EnumSet.of(PENDING, SENDING, UNCONFIRMED);

    @Test
    void whatIsOwedIsToBeSentAtOnce() {
        assertEquals(new Delivery(PENDING, 0, NOON, NOON, null, null), Delivery.owed(NOON));
    }

    @ParameterizedTest
    @EnumSource
    void aTimeToTurnToItBelongsToWhatADispatcherHasToDo(DeliveryState state) {
        assertEquals(!MUST_BE_DUE.contains(state), isAccepted(() -> delivery(state, null)), "no time");
        assertEquals(MAY_BE_DUE.contains(state), isAccepted(() -> delivery(state, NOON)), "a time");
    }

    @Test
    void whatDoesNotFitItsTimeIsNamed() {
        assertRefused("due_at: does not fit a message that is failed", () -> delivery(FAILED, NOON));
        assertRefused("due_at: does not fit a message that is pending", () -> delivery(PENDING, null));
    }

    @ParameterizedTest
    @EnumSource
    void aReceiptBelongsToASentMessageAlone(DeliveryState state) {
        Instant due = MUST_BE_DUE.contains(state) ? NOON : null;

        assertEquals(state == SENT, isAccepted(() -> new Delivery(state, 1, NOON, due, Receipt.plain(), null)));
        assertEquals(state != SENT, isAccepted(() -> new Delivery(state, 1, NOON, due, null, null)));
    }

    @Test
    void aMissingReceiptIsNamed() {
        assertRefused(
                "receipt: belongs to a sent message, and to no other",
                () -> new Delivery(SENT, 1, NOON, null, null, null));
    }

    @Test
    void attemptsAreNotNegative() {
        assertRefused("attempts: must not be negative", () -> new Delivery(FAILED, -1, NOON, null, null, null));
        assertEquals(0, new Delivery(FAILED, 0, NOON, null, null, null).attempts());
    }

    @Test
    void timesAreCutToTheMicrosecond() {
        Instant fine = Instant.parse("2025-03-01T12:00:00.123456789Z");
        Delivery delivery = new Delivery(SENDING, 1, fine, fine, null, null);

        assertEquals(Instant.parse("2025-03-01T12:00:00.123456Z"), delivery.since());
        assertEquals(Instant.parse("2025-03-01T12:00:00.123456Z"), delivery.dueAt());
    }

    @Test
    void timesMustLieInRange() {
        assertRefused(
                "since: must lie in the years 1 to 9999",
                () -> new Delivery(PENDING, 0, Instant.MIN, NOON, null, null));
        assertRefused(
                "due_at: must lie in the years 1 to 9999",
                () -> new Delivery(PENDING, 0, NOON, Instant.MAX, null, null));
    }

    @Test
    void aProblemHasAtMostFiveHundredCharacters() {
        assertEquals(500, delivery("x".repeat(500)).problem().length());
        assertThrows(ValueTooLargeException.class, () -> delivery("x".repeat(501)));
        assertNull(delivery((String) null).problem());
    }

    @Test
    void aProblemIsWellFormed() {
        assertRefused(
                "problem: has a lone surrogate at index 1, which is no character; repair the text",
                () -> delivery("x\ud800"));
    }

    @Test
    void itIsDueFromItsTimeOn() {
        Delivery delivery = delivery(UNCONFIRMED, NOON);

        assertFalse(delivery.isDue(NOON.minusNanos(1)));
        assertTrue(delivery.isDue(NOON));
        assertTrue(delivery.isDue(NOON.plusNanos(1)));
    }

    @Test
    void whatWaitsForAHumanIsNeverDue() {
        assertFalse(delivery(UNCONFIRMED, null).isDue(Instant.MAX));
        assertFalse(delivery(GIVEN_UP, null).isDue(Instant.MAX));
    }

    @Test
    void theTextFormHidesTheProblem() {
        assertEquals(
                "Delivery[failed since 2025-03-01T12:00:00Z after 3 attempts]",
                new Delivery(FAILED, 3, NOON, null, null, "secret").toString());
    }

    private static Delivery delivery(DeliveryState state, @Nullable Instant dueAt) {
        return new Delivery(state, 1, NOON, dueAt, state == SENT ? Receipt.plain() : null, null);
    }

    private static Delivery delivery(@Nullable String problem) {
        return new Delivery(FAILED, 1, NOON, null, null, problem);
    }

    private static boolean isAccepted(Runnable making) {
        try {
            making.run();
            return true;
        } catch (InvalidValueException refused) {
            return false;
        }
    }

    private static void assertRefused(String message, Executable making) {
        assertEquals(message, assertThrows(InvalidValueException.class, making).getMessage());
    }
}
