package dev.parley.persistence.postgresql.jdbc;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** How long to stand back before another try, so that those who met do not meet again. */
@FunctionalInterface
interface Backoff {
    /** The longest of the first waits; each later one may be twice as long. */
    Duration FIRST = Duration.ofMillis(4);

    /**
     * Stands back.
     *
     * @param failed how many tries have failed, from 1
     */
    void before(int failed);

    /** A random time up to a bound that doubles; cut short by an interrupt, which stays set. */
    static Backoff jittered() {
        return failed -> {
            long longest = FIRST.toNanos() << Math.min(failed - 1, 6);
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest) + 1);
        };
    }
}
