package dev.parley.testkit.fault;

import java.util.Random;

/** Picks some of the calls to come, the same ones for the same seed. Not thread-safe. */
final class Chance {
    private final Random random;
    private final int percent;

    /**
     * Picks by chance.
     *
     * @param percent how many of a hundred calls, 0 to 100
     * @throws IllegalArgumentException if it is out of range
     */
    Chance(long seed, int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent: must lie between 0 and 100");
        }
        this.random = new Random(seed);
        this.percent = percent;
    }

    static Chance none() {
        return new Chance(0, 0);
    }

    boolean picksTheNext() {
        return random.nextInt(100) < percent;
    }

    /** From 0 up to, and without, a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }
}
