package dev.parley.testkit.fault;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;

/** Which of the calls to come fail: first those that were planned one by one, then those that chance picks. Thread-safe. */
final class FaultPlan {
    private static final List<Fault> FAULTS = List.of(Fault.values());

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Fault> planned = new ArrayDeque<>();
    private Chance chance = Chance.none();

    void plan(int calls, Fault fault) {
        lock.lock();
        try {
            for (int i = 0; i < calls; i++) {
                planned.add(fault);
            }
        } finally {
            lock.unlock();
        }
    }

    void leaveTo(Chance picking) {
        lock.lock();
        try {
            chance = picking;
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            planned.clear();
            chance = Chance.none();
        } finally {
            lock.unlock();
        }
    }

    /** What becomes of the next call; empty if it shall not fail. */
    Optional<Fault> next() {
        lock.lock();
        try {
            if (!planned.isEmpty()) {
                return Optional.of(planned.remove());
            }
            return chance.picksTheNext() ? Optional.of(FAULTS.get(chance.below(FAULTS.size()))) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
