package dev.parley.persistence.sqlite.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: writes that come at the same time share one transaction, and so one wait for the disk. Whoever finds
 * the turn free writes at once and on its own thread, for itself and for all that wait by then, and goes on as long as
 * a crowd waits, within a bound. Nobody lingers for company, and no thread stands in between. What one thread writes
 * keeps its order. Thread-safe.
 */
final class WriteQueue {
    /**
     * Since a hand-over costs a switch of threads while nobody writes, a turn is kept after a group of so many. A smaller
     * one would miss the thread that writes for it. So many are also woken by that thread itself.
     */
    private static final int CROWD = 4;

    private final Consumer<List<PendingWrite<?>>> transaction;
    private final int largestGroup;
    private final long longestTurn;
    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<PendingWrite<?>> waiting = new ConcurrentLinkedQueue<>();

    /**
     * @param transaction is given one group at a time and settles each write in it
     * @param largestGroup how many writes may share a transaction
     * @param longestTurn after which no further group is begun; so long, and for a group, a caller may write for others
     */
    WriteQueue(Consumer<List<PendingWrite<?>>> transaction, int largestGroup, Duration longestTurn) {
        this.transaction = transaction;
        this.largestGroup = largestGroup;
        this.longestTurn = longestTurn.toNanos();
    }

    /** Does work in a transaction that is durable when this returns. */
    <T> T write(Work<T> work) {
        PendingWrite<T> mine = new PendingWrite<>(work);
        waiting.add(mine);
        boolean interrupted = false;
        while (!mine.isReleased()) {
            if (turn.tryLock()) {
                writeInTurn(mine);
            } else {
                interrupted |= mine.await();
            }
        }
        mine.wakeOthers();
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

    private void writeInTurn(PendingWrite<?> mine) {
        long begun = System.nanoTime();
        boolean goesOn;
        do {
            goesOn = false;
            List<PendingWrite<?>> group = nextGroup();
            try {
                if (!group.isEmpty()) {
                    transaction.accept(group);
                }
                goesOn = group.size() >= CROWD && isWantedSince(begun);
            } finally {
                if (!goesOn) {
                    passOn();
                }
                release(group);
                // Its own caller has no time for them before the turn is over.
                mine.wakeOthers();
            }
        } while (goesOn);
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

    /** Whether more wait, the turn has not lasted too long, and nobody wants to be alone. */
    private boolean isWantedSince(long begun) {
        return !waiting.isEmpty() && System.nanoTime() - begun < longestTurn && !turn.hasQueuedThreads();
    }

    private void passOn() {
        turn.unlock();
        wakeWaiting();
    }

    /** Who came while the turn was taken waits to be woken: by being released, or by this. */
    private void wakeWaiting() {
        PendingWrite<?> next = waiting.peek();
        if (next != null) {
            next.wake();
        }
    }

    /**
     * Lets the callers of a group go. Each wakes two others first, so that the next group is soon on its way: to wake
     * them all takes as long as a commit.
     */
    private static void release(List<PendingWrite<?>> group) {
        // From the last on: who is released may run at once, and those it wakes must find themselves released.
        for (int i = group.size() - 1; i >= 0; i--) {
            int next = 2 * i + CROWD;
            group.get(i).release(of(group, next), of(group, next + 1));
        }
        for (int i = 0; i < CROWD && i < group.size(); i++) {
            group.get(i).wake();
        }
    }

    private static @Nullable PendingWrite<?> of(List<PendingWrite<?>> group, int index) {
        return index < group.size() ? group.get(index) : null;
    }
}
