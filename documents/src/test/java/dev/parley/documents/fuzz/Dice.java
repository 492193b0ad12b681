package dev.parley.documents.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that can be repeated. */
record Dice(SplittableRandom random) {
    static Dice of(long seed) {
        return new Dice(new SplittableRandom(seed));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int chances) {
        return below(chances) == 0;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Mostly few, seldom many. */
    int few() {
        return oneIn(50) ? below(40) : below(4);
    }
}
