package dev.parley.domain.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.Examples;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.value.InvalidValueException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedStepTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("k-1");
    private static final NamedStep STEP = Examples.step("k-1");

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void aFingerprintHasOneToTwoHundredCharacters(int length) {
        assertEquals("x".repeat(length), new NamedStep(KEY, "x".repeat(length)).fingerprint());
    }

    @Test
    void anotherFingerprintIsRefused() {
        assertRefused("fingerprint: must have at most 200 characters", () -> new NamedStep(KEY, "x".repeat(201)));
        assertRefused("fingerprint: is required and must not be blank", () -> new NamedStep(KEY, " "));
        assertRefused(
                "fingerprint: has a lone surrogate at index 0, which is no character; repair the text",
                () -> new NamedStep(KEY, "\ud800"));
    }

    @Test
    void aStepIsRecordedWithARevisionOfAtLeastOne() {
        assertEquals(1, recorded(1, Examples.NOON).revision());
        assertRefused("revision: must be at least 1", () -> recorded(0, Examples.NOON));
    }

    @Test
    void aStepIsRecordedToTheMicrosecond() {
        Instant fine = Instant.parse("2025-03-01T12:00:00.123456789Z");

        assertEquals(
                Instant.parse("2025-03-01T12:00:00.123456Z"), recorded(1, fine).at());
        assertRefused("at: must lie in the years 1 to 9999", () -> recorded(1, Instant.MAX));
    }

    @Test
    void theSameStepAgainIsADuplicateAndAnotherOfItsNameAConflict() {
        RecordedStep recorded = recorded(1, Examples.NOON);
        NegotiationId negotiation = new NegotiationId("n-1");

        DuplicateStepException duplicate = assertInstanceOf(
                DuplicateStepException.class, recorded.refusal(negotiation, new NamedStep(KEY, STEP.fingerprint())));
        StepConflictException conflict = assertInstanceOf(
                StepConflictException.class, recorded.refusal(negotiation, new NamedStep(KEY, "another decision")));

        assertEquals(recorded, duplicate.recorded());
        assertEquals(negotiation, duplicate.negotiationId());
        assertEquals(recorded, conflict.recorded());
        assertEquals(negotiation, conflict.negotiationId());
    }

    private static RecordedStep recorded(long revision, Instant at) {
        return new RecordedStep(STEP, revision, NegotiationState.AGREED, at);
    }

    private static void assertRefused(String message, Executable making) {
        assertEquals(message, assertThrows(InvalidValueException.class, making).getMessage());
    }
}
