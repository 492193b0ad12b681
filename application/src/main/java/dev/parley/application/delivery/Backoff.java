package dev.parley.application.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: twice as long each time, up to a cap, and a random part of it. The scheme is
 * called equal jitter (M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015): half of the wait is
 * certain, so that a provider in trouble has its peace, and half is random, so that what failed together does not come
 * back together.
 *
 * @param first the whole wait after the first attempt
 * @param longest the cap
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

    /**
     * After some attempts, at least one: between half of and the whole of {@code first * 2^(attempts - 1)} or the cap.
     */
    Duration afterAttempts(int attempts) {
        long cap = longest.toNanos();
        long nanos = first.toNanos();
        for (int attempt = 1; attempt < attempts && nanos < cap; attempt++) {
            nanos *= 2;
        }
        return jittered(Math.min(nanos, cap));
    }

    /** After something has lasted for some time: as long again, so that the time between two questions doubles. */
    Duration afterWaiting(Duration waited) {
        Duration atLeast = waited.compareTo(first) < 0 ? first : waited;
        return jittered((atLeast.compareTo(longest) > 0 ? longest : atLeast).toNanos());
    }

    private Duration jittered(long nanos) {
        long half = nanos / 2;
        return Duration.ofNanos(nanos - half + random.nextLong(half + 1));
    }
}
