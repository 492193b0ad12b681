package dev.parley.persistence.sqlite.jdbc;

import dev.parley.domain.port.StoreClosedException;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Lets calls through until it is shut; shutting waits for those inside. */
final class Gate {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean shut;

    /**
     * @throws StoreClosedException if the gate is shut
     */
    void enter() {
        lock.readLock().lock();
        if (shut) {
            lock.readLock().unlock();
            throw new StoreClosedException();
        }
    }

    void leave() {
        lock.readLock().unlock();
    }

    /** Shuts the gate once nobody is inside; false if it was shut before. */
    boolean shut() {
        lock.writeLock().lock();
        try {
            boolean wasOpen = !shut;
            shut = true;
            return wasOpen;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
