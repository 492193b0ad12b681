package dev.parley.application.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.value.InvalidValueException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DispatchOptionsTest {
    private static final DispatchOptions DEFAULTS = DispatchOptions.defaults();
    private static final Duration NANO = Duration.ofNanos(1);

    private static void assertRefused(String part, Executable options) {
        assertEquals(part, assertThrows(InvalidValueException.class, options).subject());
    }

    @Test
    void theDefaultsAreAsTheySay() {
        assertEquals(
                new DispatchOptions(Duration.ofMinutes(5), 8, Duration.ofSeconds(30), Duration.ofHours(1)), DEFAULTS);
    }

    @Test
    void eachPartIsChangedByItself() {
        assertEquals(
                new DispatchOptions(NANO, 3, Duration.ofSeconds(1), Duration.ofSeconds(2)),
                DEFAULTS.withLease(NANO).withMaxAttempts(3).withRetries(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }

    @Test
    void whatCannotWorkIsRefused() {
        assertRefused("lease", () -> DEFAULTS.withLease(Duration.ZERO));
        assertRefused("lease", () -> DEFAULTS.withLease(NANO.negated()));
        assertRefused("lease", () -> DEFAULTS.withLease(Duration.ofDays(1).plus(NANO)));
        assertRefused("max_attempts", () -> DEFAULTS.withMaxAttempts(0));
        assertRefused("max_attempts", () -> DEFAULTS.withMaxAttempts(1_001));
        assertRefused("first_retry", () -> DEFAULTS.withRetries(Duration.ZERO, Duration.ofHours(1)));
        assertRefused("first_retry", () -> DEFAULTS.withRetries(NANO.negated(), Duration.ofHours(1)));
        assertRefused(
                "longest_retry",
                () -> DEFAULTS.withRetries(
                        Duration.ofHours(1), Duration.ofHours(1).minus(NANO)));
        assertRefused(
                "longest_retry",
                () -> DEFAULTS.withRetries(NANO, Duration.ofDays(30).plus(NANO)));
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        DispatchOptions widest = new DispatchOptions(Duration.ofDays(1), 1_000, NANO, Duration.ofDays(30));
        assertEquals(widest, widest.withMaxAttempts(1).withMaxAttempts(1_000));
        assertEquals(NANO, DEFAULTS.withRetries(NANO, NANO).longestRetry());
    }
}
