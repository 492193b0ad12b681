package dev.parley.benchmarks.report;

import dev.parley.benchmarks.measure.Samples;
import dev.parley.benchmarks.measure.Spread;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is to be reached.
 *
 * @param work what is done
 * @param against what it is compared with
 * @param bound the value to be reached
 * @param kind whether more or less is better
 * @param measured what was measured; empty if it was not
 */
record Goal(String work, String against, double bound, Kind kind, Function<Samples, Optional<Spread>> measured) {
    /** Whether more or less is better. */
    enum Kind {
        AT_LEAST,
        AT_MOST
    }

    static Goal atLeast(double bound, String work, String against, Function<Samples, Optional<Spread>> measured) {
        return new Goal(work, against, bound, Kind.AT_LEAST, measured);
    }

    static Goal atMost(double bound, String work, String against, Function<Samples, Optional<Spread>> measured) {
        return new Goal(work, against, bound, Kind.AT_MOST, measured);
    }

    /** Whether the round in the middle reached it. */
    boolean isMet(Spread spread) {
        return kind == Kind.AT_LEAST ? spread.median() >= bound : spread.median() <= bound;
    }
}
