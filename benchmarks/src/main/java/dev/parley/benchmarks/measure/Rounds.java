package dev.parley.benchmarks.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Contenders take turns within each round, so that what changes on the machine meanwhile hits all of them alike. */
public final class Rounds {
    private Rounds() {}

    /** One turn of one contender. */
    @FunctionalInterface
    public interface Turn {
        /**
         * Takes it.
         *
         * @param round from 1
         */
        void take(int round) throws Exception;
    }

    /** Runs all turns once before they count; what they keep as round 1 is kept anew by the round 1 that counts. */
    public static void warmUp(List<List<Turn>> groups) throws Exception {
        run(1, groups);
    }

    /**
     * Runs all turns in each round.
     *
     * @param groups those in a group are compared: they follow each other, each round begun by the next of them
     */
    public static void run(int rounds, List<List<Turn>> groups) throws Exception {
        for (int round = 1; round <= rounds; round++) {
            for (List<Turn> group : groups) {
                List<Turn> order = new ArrayList<>(group);
                Collections.rotate(order, 1 - round);
                for (Turn turn : order) {
                    turn.take(round);
                }
            }
        }
    }
}
