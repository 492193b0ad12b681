package dev.parley.testkit.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** For how long the calls to come are held up: first those that were planned, then those that chance picks. Thread-safe. */
final class Delays {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Queue<Duration> planned = new ArrayDeque<>();
    private Chance chance = Chance.none();
    private Duration longest = Duration.ZERO;
    private int timesEnded;

    void plan(int calls, Duration delay) {
        lock.lock();
        try {
            for (int i = 0; i < calls; i++) {
                planned.add(delay);
            }
        } finally {
            lock.unlock();
        }
    }

    void leaveTo(Chance picking, Duration atMost) {
        lock.lock();
        try {
            chance = picking;
            longest = atMost;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the delays that are to come, and those that calls are in. */
    void clear() {
        lock.lock();
        try {
            planned.clear();
            chance = Chance.none();
            timesEnded++;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Holds the calling thread up, if its call is to be late. An interrupt ends the delay and stays set. */
    void await() {
        lock.lock();
        try {
            int before = timesEnded;
            long left = next().toNanos();
            while (left > 0 && timesEnded == before) {
                left = ended.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private Duration next() {
        if (!planned.isEmpty()) {
            return planned.remove();
        }
        return chance.picksTheNext()
                ? longest.multipliedBy(chance.below(1_000) + 1L).dividedBy(1_000)
                : Duration.ZERO;
    }
}
