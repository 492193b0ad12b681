package dev.parley.cli.fault;

import java.util.Random;

/** One fault of the matrix: says in the log that it ran, and gives it its chance and its length. */
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

    /** To be said at the end, where everything held. */
    void ran(String figures) {
        System.out.println("FAULT ran: " + name + ": " + figures + " (parley.seed=" + seed + ")");
    }

    @Override
    public String toString() {
        return "parley.seed=" + seed;
    }
}
