package dev.parley.testkit.walk;

import java.util.Random;

/**
 * Where the random tests of this kit begin. Each run begins somewhere else; a failure names its seed, and {@code
 * -Dparley.seed=N} runs that one again.
 */
public final class Seeds {
    private static final String PROPERTY = "parley.seed";
    private static final long FIRST = Long.getLong(PROPERTY, new Random().nextInt());

    private Seeds() {}

    /** The first seed of this run; the ones that follow it are each one more. */
    public static long first() {
        return FIRST;
    }

    public static String toRunAgain(long seed) {
        return "run it again with -D" + PROPERTY + "=" + seed;
    }
}
