package dev.parley.persistence.rows;

import dev.parley.domain.port.StoreClosedException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets calls to a store through until it is shut; shutting waits for those inside. Thread-safe. */
public final class Gate {
    /** A lock could count 65,535 calls, and virtual threads may well be more. */
    private static final int CALLS = Integer.MAX_VALUE;

    private final Semaphore inside = new Semaphore(CALLS);
    private final AtomicBoolean shut = new AtomicBoolean();

    /**
     * Lets one call through, which must {@link #leave} in the end.
     *
     * @throws StoreClosedException if the gate is shut
     */
    public void enter() {
        inside.acquireUninterruptibly();
        if (shut.get()) {
            leave();
            throw new StoreClosedException();
        }
    }

    /** Ends a call that was let through. */
    public void leave() {
        inside.release();
    }

    /** Shuts the gate and waits until nobody is inside; false if it was shut before. */
    public boolean shut() {
        boolean wasOpen = shut.compareAndSet(false, true);
        inside.acquireUninterruptibly(CALLS);
        inside.release(CALLS);
        return wasOpen;
    }
}
