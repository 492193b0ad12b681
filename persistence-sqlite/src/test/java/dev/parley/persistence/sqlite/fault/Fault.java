package dev.parley.persistence.sqlite.fault;

import java.util.Random;
import org.junit.jupiter.api.Assumptions;

/** One fault of the matrix: says in the log whether it ran, and gives it its chance and its length. */
record Fault(String name, long seed) {
    private static final boolean LONG = "long".equals(System.getProperty("parley.faults"));
    private static final long SEED = Long.getLong("parley.seed", new Random().nextInt());

    static Fault named(String name) {
        return new Fault(name, SEED);
    }

    /** How much there is to do, in the short form and in the long one. */
    static int rounds(int inShort, int inLong) {
        return LONG ? inLong : inShort;
    }

    /** The same chance for the same seed, another for each purpose. */
    Random random(String purpose) {
        return new Random(seed * 31 + (name + purpose).hashCode());
    }

    /** Skips the test, loudly, unless the machine can do what it needs. */
    void needs(boolean possible, String what) {
        if (!possible) {
            print("skipped: " + name + " (needs " + what + ")");
            Assumptions.abort(name + " needs " + what);
        }
    }

    /** To be said at the end, where everything held. */
    void ran(String figures) {
        print("ran: " + name + ": " + figures + " (parley.seed=" + seed + ")");
    }

    private static synchronized void print(String line) {
        System.out.println("FAULT " + line);
    }
}
