package dev.parley.persistence.sqlite.jdbc;

import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One caller's work on its way into a transaction. Whoever has the turn does it and settles it; the caller waits and
 * takes what came of it.
 */
final class PendingWrite<T> {
    private final Work<T> work;
    private final Thread caller = Thread.currentThread();

    // Written before "settled" and read after it.
    private @Nullable Outcome<T> outcome;
    private volatile boolean settled;

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

    /** What the work gave holds: it is durable. Its caller is not woken yet. */
    void succeed() {
        settled = true;
    }

    /** Nothing of the work holds, or nobody knows. Its caller is not woken yet. */
    void fail(Throwable refusal) {
        outcome = new Refused<>(refusal);
        settled = true;
    }

    boolean isSettled() {
        return settled;
    }

    void wake() {
        if (caller != Thread.currentThread()) {
            LockSupport.unpark(caller);
        }
    }

    /**
     * Waits until it may be settled, or the turn may be free. An interrupt does not end the wait, because what was begun
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
