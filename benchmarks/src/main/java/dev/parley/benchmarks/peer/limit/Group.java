package dev.parley.benchmarks.peer.limit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Negotiations in flight together: each pass over them takes every one a step further, in an order that chance has mixed,
 * as that of many threads is. Neighbours in the file do not step together.
 */
final class Group {
    private final int number;
    private final List<Tape> tapes;
    private final Random random;
    private final List<Integer> order;
    private int taken;
    private int commits;

    /**
     * A group before its opening.
     *
     * @param number which one, from 0
     * @param size how many negotiations
     * @param tapes what they go through, again from the first where there are not enough
     */
    Group(int number, int size, List<Tape> tapes) {
        this.number = number;
        this.tapes = tapes;
        this.random = new Random(number);
        this.order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    }

    /** The id of a negotiation, all of one length. */
    static String id(int negotiation) {
        return String.format(Locale.ROOT, "negotiation-%010d", negotiation);
    }

    boolean isOver() {
        return commits == tapes.get(0).commits().size();
    }

    /** Opens the next, or takes their next step, in one transaction. */
    void next(Replay replay, int batch) throws SQLException {
        replay.execute("BEGIN IMMEDIATE");
        for (int member : order.subList(taken, taken + batch)) {
            int negotiation = number * order.size() + member;
            Tape tape = tapes.get(negotiation % tapes.size());
            replay.run(tape.commits().get(commits), tape.id(), id(negotiation));
        }
        replay.execute("COMMIT");
        taken += batch;
        if (taken == order.size()) {
            Collections.shuffle(order, random);
            taken = 0;
            commits++;
        }
    }
}
