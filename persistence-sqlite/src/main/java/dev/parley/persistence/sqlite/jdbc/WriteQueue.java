package dev.parley.persistence.sqlite.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Group commit: writes that come at the same time share one transaction, and so one wait for the disk. Whoever finds
 * the turn free writes at once and on its own thread, for itself and for all that wait by then. Nobody lingers for
 * company, and no thread stands in between. What one thread writes keeps its order. Thread-safe.
 */
final class WriteQueue {
    private final Consumer<List<PendingWrite<?>>> transaction;
    private final int largestGroup;
    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<PendingWrite<?>> waiting = new ConcurrentLinkedQueue<>();

    /**
     * @param transaction is given one group at a time and settles each write in it
     * @param largestGroup how many writes may share a transaction
     */
    WriteQueue(Consumer<List<PendingWrite<?>>> transaction, int largestGroup) {
        this.transaction = transaction;
        this.largestGroup = largestGroup;
    }

    /** Does work in a transaction that is durable when this returns. */
    <T> T write(Work<T> work) {
        PendingWrite<T> mine = new PendingWrite<>(work);
        waiting.add(mine);
        boolean interrupted = false;
        while (!mine.isSettled()) {
            if (turn.tryLock()) {
                writeGroup();
            } else {
                interrupted |= mine.await();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.taken();
    }

    /** Does something while nobody writes. */
    <T> T alone(Supplier<T> action) {
        turn.lock();
        try {
            return action.get();
        } finally {
            passOn();
        }
    }

    private void writeGroup() {
        List<PendingWrite<?>> group = nextGroup();
        try {
            if (!group.isEmpty()) {
                transaction.accept(group);
            }
        } finally {
            // The next group is on its way while the callers of this one are woken, which takes as long as a commit.
            passOn();
            group.forEach(PendingWrite::wake);
        }
    }

    private List<PendingWrite<?>> nextGroup() {
        List<PendingWrite<?>> group = new ArrayList<>();
        while (group.size() < largestGroup) {
            PendingWrite<?> next = waiting.poll();
            if (next == null) {
                break;
            }
            group.add(next);
        }
        return group;
    }

    private void passOn() {
        turn.unlock();
        wakeNext();
    }

    /** Who came while the turn was taken waits to be woken: by having its write settled, or by this. */
    private void wakeNext() {
        PendingWrite<?> next = waiting.peek();
        if (next != null) {
            next.wake();
        }
    }
}
