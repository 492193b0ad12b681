package dev.parley.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until it is told otherwise, for tests of what depends on time: deadlines, claims, pauses
 * between attempts. It may be set back, as real clocks are. Thread-safe; every thread sees the time that was set last.
 */
public final class SettableClock implements InstantSource {
    private final AtomicReference<Instant> now;

    /** A clock that stands at {@link Fixtures#OPENED_AT}. */
    public SettableClock() {
        this(Fixtures.OPENED_AT);
    }

    /** A clock that stands at some time. */
    public SettableClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    /** Sets the clock, forward or back. */
    public void set(Instant time) {
        now.set(time);
    }

    /**
     * Moves the clock on, or back by a negative duration. No advance is lost to that of another thread.
     *
     * @return the time it shows then
     */
    public Instant advance(Duration duration) {
        return Objects.requireNonNull(now.updateAndGet(time -> time.plus(duration)));
    }

    /** The time it shows. */
    @Override
    public String toString() {
        return "SettableClock[" + now.get() + "]";
    }
}
