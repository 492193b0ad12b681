package dev.parley.application.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long SEED = 20260301;

    private static Backoff with(RandomGenerator random) {
        return new Backoff(FIRST, LONGEST, random);
    }

    /** Draws the highest number each time, so that the whole of a wait is seen. */
    private static final RandomGenerator HIGHEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    private static void assertSpreadOver(Duration whole, Supplier<Duration> wait) {
        List<Duration> waits = Stream.generate(wait).limit(2_000).sorted().toList();
        Duration half = whole.dividedBy(2);
        Duration tenth = whole.dividedBy(20);
        Duration least = waits.get(0);
        Duration most = waits.get(waits.size() - 1);
        assertTrue(least.compareTo(half) >= 0 && most.compareTo(whole) <= 0, least + " to " + most);
        assertTrue(least.compareTo(half.plus(tenth)) < 0, () -> "seed " + SEED + " never waits short: " + least);
        assertTrue(most.compareTo(whole.minus(tenth)) > 0, () -> "seed " + SEED + " never waits long: " + most);
    }

    @Test
    void theWaitDoublesWithEachAttemptUpToTheCap() {
        Backoff backoff = with(HIGHEST);
        assertEquals(
                Stream.of(30, 60, 120, 240, 480, 960, 1920, 3600, 3600)
                        .map(Duration::ofSeconds)
                        .toList(),
                Stream.iterate(1, attempt -> attempt + 1)
                        .limit(9)
                        .map(backoff::afterAttempts)
                        .toList());
        assertEquals(LONGEST, backoff.afterAttempts(Integer.MAX_VALUE));
    }

    @Test
    void halfOfAWaitIsCertainAndHalfIsRandom() {
        Backoff backoff = with(new Random(SEED));
        assertSpreadOver(FIRST, () -> backoff.afterAttempts(1));
        assertSpreadOver(Duration.ofMinutes(4), () -> backoff.afterAttempts(4));
        assertSpreadOver(LONGEST, () -> backoff.afterAttempts(40));
    }

    @Test
    void whatIsStillUnknownIsAskedAboutAfterAsLongAgain() {
        Backoff backoff = with(HIGHEST);
        assertEquals(FIRST, backoff.afterWaiting(Duration.ZERO));
        assertEquals(FIRST, backoff.afterWaiting(Duration.ofDays(-1)), "a clock that went back");
        assertEquals(Duration.ofMinutes(10), backoff.afterWaiting(Duration.ofMinutes(10)));
        assertEquals(LONGEST, backoff.afterWaiting(Duration.ofDays(9)));
        Backoff spread = with(new Random(SEED));
        assertSpreadOver(Duration.ofMinutes(10), () -> spread.afterWaiting(Duration.ofMinutes(10)));
    }

    @Test
    void theShortestWaitIsNoTrouble() {
        Backoff least = new Backoff(Duration.ofNanos(1), Duration.ofNanos(1), new Random(SEED));
        assertEquals(Duration.ofNanos(1), least.afterAttempts(3));
    }
}
