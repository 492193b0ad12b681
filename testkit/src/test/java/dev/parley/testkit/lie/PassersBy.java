package dev.parley.testkit.lie;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds a thread until others have come by, so that what would be a rare accident is the rule. Where nobody comes by,
 * it holds no longer until somebody does.
 */
final class PassersBy {
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(200);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition passed = lock.newCondition();
    private long count;
    private boolean expected = true;

    void pass() {
        lock.lock();
        try {
            count++;
            expected = true;
            passed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void await(int passes) {
        lock.lock();
        try {
            long enough = count + passes;
            long left = PATIENCE;
            while (expected && count < enough) {
                left = passed.awaitNanos(left);
                expected = left > 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
