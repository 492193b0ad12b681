package dev.parley.persistence.sqlite.jdbc;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.sqlite.BusyHandler;

/**
 * How a connection waits for a lock that another one holds: it tries again after short pauses, until its time is over.
 *
 * <p>SQLite's own way is to pause for 1, 2, 5 and up to 100 milliseconds. A process that is busy leaves the file free for
 * some ten microseconds between two transactions, and a try every 100 milliseconds hardly ever falls into such a gap:
 * whoever writes little would wait for seconds beside it, and in the end be refused. The pauses are random, lest the
 * tries fall into step with the other's transactions, and get longer when a wait lasts, so that one that is in vain
 * costs little.
 *
 * <p>An interrupt neither ends the wait nor is it lost. For one connection, hence for one thread at a time.
 */
final class Patience extends BusyHandler {
    static final long SHORTEST_NANOS = 50_000;
    static final long LONGEST_NANOS = 1_000_000;

    private static final long LONGEST_AT_FIRST_NANOS = 200_000;

    /** A pause adds no more than this part to what was waited before. */
    private static final long PART = 64;

    private static final int GIVE_UP = 0;
    private static final int TRY_AGAIN = 1;

    private final long timeoutNanos;
    private final LongSupplier nanoClock;
    private final LongConsumer pause;
    private long beganAt;

    /** Waits for as long as the timeout, zero for not at all. */
    Patience(Duration timeout) {
        this(timeout, System::nanoTime, Patience::park);
    }

    /** Waits by another clock, and with pauses of so many nanoseconds that somebody else makes. */
    Patience(Duration timeout, LongSupplier nanoClock, LongConsumer pause) {
        this.timeoutNanos = timeout.toNanos();
        this.nanoClock = nanoClock;
        this.pause = pause;
    }

    /**
     * Called by SQLite after each try in vain. What it threw would reach the statement's caller in place of SQLite's answer.
     *
     * @param triesBefore how many tries of the same wait were in vain before this one
     */
    @Override
    protected int callback(int triesBefore) {
        long now = nanoClock.getAsLong();
        if (triesBefore == 0) {
            beganAt = now;
        }
        long waited = now - beganAt;
        if (waited >= timeoutNanos) {
            return GIVE_UP;
        }
        // The last pause ends with the time, for one more try.
        pause.accept(Math.min(nextPause(waited), timeoutNanos - waited));
        return TRY_AGAIN;
    }

    private static long nextPause(long waited) {
        long longest = Math.min(LONGEST_NANOS, Math.max(LONGEST_AT_FIRST_NANOS, waited / PART));
        return ThreadLocalRandom.current().nextLong(SHORTEST_NANOS, longest + 1);
    }

    /** An interrupted thread would not be parked at all, so the interrupt is put aside meanwhile. */
    private static void park(long nanos) {
        long end = System.nanoTime() + nanos;
        boolean interrupted = Thread.interrupted();
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
