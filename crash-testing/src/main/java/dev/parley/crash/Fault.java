package dev.parley.crash;

import java.util.Random;
import org.junit.jupiter.api.Assumptions;

/**
 * One fault of the matrix: says in the log whether it ran, and gives it its chance and its length.
 *
 * @param name what it is called in the log
 * @param seed what its chance begins with
 */
public record Fault(String name, long seed) {
    private static final boolean LONG = "long".equals(System.getProperty("parley.faults"));
    private static final long SEED = Long.getLong("parley.seed", new Random().nextInt());

    /** One by its name. */
    public static Fault named(String name) {
        return new Fault(name, SEED);
    }

    /** How much there is to do, in the short form and in the long one. */
    public static int rounds(int inShort, int inLong) {
        return LONG ? inLong : inShort;
    }

    /** The same chance for the same seed, another for each purpose. */
    public Random random(String purpose) {
        return new Random(seed * 31 + (name + purpose).hashCode());
    }

    /** Skips the test, loudly, unless the machine can do what it needs. */
    public void needs(boolean possible, String what) {
        if (!possible) {
            print("skipped: " + name + " (needs " + what + ")");
            Assumptions.abort(name + " needs " + what);
        }
    }

    /** To be said at the end, where everything held. */
    public void ran(String figures) {
        print("ran: " + name + ": " + figures + " (parley.seed=" + seed + ")");
    }

    private static synchronized void print(String line) {
        System.out.println("FAULT " + line);
    }

    /** How to have the same chance again. */
    @Override
    public String toString() {
        return "parley.seed=" + seed;
    }
}
