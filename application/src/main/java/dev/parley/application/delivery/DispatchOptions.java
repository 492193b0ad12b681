package dev.parley.application.delivery;

import dev.parley.domain.value.InvalidValueException;
import java.time.Duration;

/**
 * How a dispatcher goes about it.
 *
 * @param lease how long one sender has a message to itself: more than the longest time that sending may take, above
 *     zero, at most a day. What has no result by then is unconfirmed
 * @param maxAttempts how often sending begins before a message has failed, 1 to 1,000
 * @param firstRetry how long to wait at the most after the first attempt, above zero
 * @param longestRetry how long to wait at the most after any, at least as long as the first, at most 30 days
 */
public record DispatchOptions(Duration lease, int maxAttempts, Duration firstRetry, Duration longestRetry) {
    private static final int MOST_ATTEMPTS = 1_000;
    private static final Duration LONGEST_WAIT = Duration.ofDays(30);

    /**
     * @throws InvalidValueException if a part is out of range
     */
    public DispatchOptions {
        Deliveries.checkedLease(lease);
        if (maxAttempts < 1 || maxAttempts > MOST_ATTEMPTS) {
            throw new InvalidValueException("max_attempts", "must lie between 1 and " + MOST_ATTEMPTS);
        }
        if (firstRetry.isZero() || firstRetry.isNegative()) {
            throw new InvalidValueException("first_retry", "must lie above zero");
        }
        if (longestRetry.compareTo(firstRetry) < 0 || longestRetry.compareTo(LONGEST_WAIT) > 0) {
            throw new InvalidValueException(
                    "longest_retry", "must be at least as long as first_retry and at most 30 days");
        }
    }

    /** A lease of five minutes and eight attempts, with waits that grow from 30 seconds to an hour. */
    public static DispatchOptions defaults() {
        return new DispatchOptions(Duration.ofMinutes(5), 8, Duration.ofSeconds(30), Duration.ofHours(1));
    }

    /** With another lease. */
    public DispatchOptions withLease(Duration other) {
        return new DispatchOptions(other, maxAttempts, firstRetry, longestRetry);
    }

    /** With another number of attempts. */
    public DispatchOptions withMaxAttempts(int other) {
        return new DispatchOptions(lease, other, firstRetry, longestRetry);
    }

    /** With other waits. */
    public DispatchOptions withRetries(Duration first, Duration longest) {
        return new DispatchOptions(lease, maxAttempts, first, longest);
    }
}
