package dev.parley.testkit;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Which of the calls to come fail: first those that were planned one by one, then those that chance picks. Thread-safe. */
final class FaultPlan {
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Fault> planned = new ArrayDeque<>();
    private @Nullable Random chance;
    private int percent;

    void plan(int calls, Fault fault) {
        if (calls < 1) {
            throw new IllegalArgumentException("calls: must be at least 1; mend() ends all faults");
        }
        lock.lock();
        try {
            for (int i = 0; i < calls; i++) {
                planned.add(fault);
            }
        } finally {
            lock.unlock();
        }
    }

    void leaveToChance(long seed, int percentOfCalls) {
        if (percentOfCalls < 0 || percentOfCalls > 100) {
            throw new IllegalArgumentException("percent: must lie between 0 and 100");
        }
        lock.lock();
        try {
            chance = new Random(seed);
            percent = percentOfCalls;
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            planned.clear();
            chance = null;
        } finally {
            lock.unlock();
        }
    }

    /** What becomes of the next call; empty if it shall not fail. */
    Optional<Fault> next() {
        lock.lock();
        try {
            return planned.isEmpty() ? byChance() : Optional.of(planned.remove());
        } finally {
            lock.unlock();
        }
    }

    private Optional<Fault> byChance() {
        if (chance == null || chance.nextInt(100) >= percent) {
            return Optional.empty();
        }
        List<Fault> faults = List.of(Fault.values());
        return Optional.of(faults.get(chance.nextInt(faults.size())));
    }
}
