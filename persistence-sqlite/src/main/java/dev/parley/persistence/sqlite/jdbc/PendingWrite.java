package dev.parley.persistence.sqlite.jdbc;

import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One caller's work on its way into a transaction. Whoever has the turn does it, settles it and releases it; the caller
 * waits, wakes others and takes what came of it.
 */
final class PendingWrite<T> {
    private final Work<T> work;
    private final Thread caller = Thread.currentThread();

    private boolean settled;

    // Written before "released" and read after it.
    private @Nullable Outcome<T> outcome;
    private @Nullable PendingWrite<?> one;
    private @Nullable PendingWrite<?> other;
    private volatile boolean released;

    PendingWrite(Work<T> work) {
        this.work = work;
    }

    private sealed interface Outcome<T> {}

    private record Done<T>(T result) implements Outcome<T> {}

    private record Refused<T>(Throwable reason) implements Outcome<T> {}

    /** Does the work, again if the transaction of an earlier time was rolled back. */
    void run(Session session) throws SQLException {
        outcome = new Done<>(work.on(session));
    }

    /** What the work gave holds: it is durable. */
    void succeed() {
        settled = true;
    }

    /** Nothing of the work holds, or nobody knows. */
    void fail(Throwable refusal) {
        outcome = new Refused<>(refusal);
        settled = true;
    }

    /** Whether it needs no further attempt; for the thread that has the turn. */
    boolean isSettled() {
        return settled;
    }

    /**
     * Lets its caller go, without waking it.
     *
     * @param one whom the caller is to wake, if anybody
     * @param other whom else
     */
    void release(@Nullable PendingWrite<?> one, @Nullable PendingWrite<?> other) {
        this.one = one;
        this.other = other;
        released = true;
    }

    boolean isReleased() {
        return released;
    }

    /** Wakes whom it is to wake, once; for its caller. */
    void wakeOthers() {
        PendingWrite<?> first = one;
        PendingWrite<?> second = other;
        one = null;
        other = null;
        if (first != null) {
            first.wake();
        }
        if (second != null) {
            second.wake();
        }
    }

    void wake() {
        if (caller != Thread.currentThread()) {
            LockSupport.unpark(caller);
        }
    }

    /**
     * Waits until it may be released, or the turn may be free. An interrupt does not end the wait, because what was begun
     * may become durable.
     *
     * @return whether the caller was interrupted meanwhile
     */
    boolean await() {
        LockSupport.park(this);
        return Thread.interrupted();
    }

    /** What came of it, for the caller alone. */
    T taken() {
        if (outcome instanceof Done<T> done) {
            return done.result();
        }
        if (outcome instanceof Refused<T> refused && refused.reason() instanceof Error broken) {
            throw broken;
        }
        if (outcome instanceof Refused<T> refused && refused.reason() instanceof RuntimeException reason) {
            throw reason;
        }
        throw new IllegalStateException("a write was settled that nobody did");
    }
}
