package dev.parley.benchmarks.report;

import static dev.parley.benchmarks.commit.StepRates.FSYNC;
import static dev.parley.benchmarks.commit.StepRates.LIMIT;
import static dev.parley.benchmarks.commit.StepRates.P99;
import static dev.parley.benchmarks.commit.StepRates.PER_SECOND;

import dev.parley.benchmarks.commit.StepRates;
import dev.parley.benchmarks.contender.Kind;
import dev.parley.benchmarks.growth.GrowthMeasure;
import dev.parley.benchmarks.measure.Samples;
import dev.parley.benchmarks.measure.Series;
import dev.parley.benchmarks.measure.Spread;
import dev.parley.benchmarks.recovery.RecoveryMeasure;
import dev.parley.benchmarks.size.SizeMeasure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What Parley is to reach, all of it as ratios within one run. */
final class Reach {
    private static final String OURS = "ours";
    private static final String REFERENCE = "reference";

    /** One transition in memory, in nanoseconds. */
    private static final Series TRANSITION = new Series("machine", "transition", OURS, "ns");

    private static final List<String> MACHINES = List.of("spring", "squirrel", "stateless4j");

    private static final List<Goal> GOALS = List.of(
            Goal.atLeast(0.95, "durable step, 1 thread", "naive", faster(Kind.STEP, 1, "naive")),
            Goal.atLeast(3.5, "durable step, 8 threads", "naive", faster(Kind.STEP, 8, "naive")),
            Goal.atLeast(6.5, "durable step, 64 threads", "naive", faster(Kind.STEP, 64, "naive")),
            Goal.atLeast(7, "durable step, 256 threads", "naive", faster(Kind.STEP, 256, "naive")),
            Goal.atLeast(10, "durable step, 64 threads", "usual", faster(Kind.STEP, 64, "usual")),
            Goal.atMost(0.125, "its p99", "usual", ratio(StepRates.series(Kind.STEP, 64, OURS, P99), "usual")),
            Goal.atLeast(0.8, "durable step, 64 threads", "limit", faster(Kind.STEP, 64, LIMIT)),
            Goal.atLeast(2, "load, step, durable, 1 thread", "Spring", faster(Kind.LOAD_AND_STEP, 1, "spring")),
            Goal.atLeast(10, "load, step, durable, 64 threads", "Spring", faster(Kind.LOAD_AND_STEP, 64, "spring")),
            Goal.atLeast(8, "durable step, 64 threads", "DBOS", faster(Kind.STEP, 64, "dbos")),
            Goal.atLeast(
                    3,
                    "recovery, whole and decoded",
                    "reference, decoded",
                    ratio(RecoveryMeasure.series(RecoveryMeasure.WHOLE, OURS, PER_SECOND), REFERENCE)),
            Goal.atLeast(
                    1,
                    "recovery, contexts decoded when asked for",
                    "reference, bytes",
                    ratio(RecoveryMeasure.series(RecoveryMeasure.BYTES, OURS, PER_SECOND), REFERENCE)),
            Goal.atMost(1.2, "recovery, 1 % in flight", "the same alone, in time", Reach::amongEnded),
            Goal.atMost(1.3, "step after 1,000 entries", "after 10 entries, in time", Reach::grown),
            Goal.atLeast(2, "transition in memory", "best of Spring, squirrel, stateless4j", Reach::bestMachine),
            Goal.atMost(20, "transition in memory, ns", "", samples -> samples.spread(TRANSITION)),
            Goal.atLeast(0.5, "durable step, 1 thread", "fsync of 4 KiB", faster(Kind.STEP, 1, FSYNC)),
            Goal.atMost(
                    0.6,
                    "bytes on disk after 20 steps",
                    "reference",
                    samples -> samples.ratio(SizeMeasure.series(OURS), SizeMeasure.series(REFERENCE))));

    private Reach() {}

    static Table table(Samples samples) {
        Table table = new Table("work", "against", "wanted", "measured", "min–max", "met");
        for (Goal goal : GOALS) {
            Optional<Spread> measured = goal.measured().apply(samples);
            table.row(
                    goal.work(),
                    goal.against(),
                    (goal.kind() == Goal.Kind.AT_LEAST ? "≥ " : "≤ ") + plain(goal.bound()),
                    measured.map(spread -> Numbers.ratio(spread.median())).orElse("not measured"),
                    measured.map(spread -> Numbers.ratio(spread.min()) + "–" + Numbers.ratio(spread.max()))
                            .orElse(""),
                    measured.map(spread -> goal.isMet(spread) ? "yes" : "no").orElse(""));
        }
        return table;
    }

    private static Function<Samples, Optional<Spread>> faster(Kind kind, int threads, String than) {
        return ratio(StepRates.series(kind, threads, OURS, PER_SECOND), than);
    }

    private static Function<Samples, Optional<Spread>> ratio(Series ours, String than) {
        return samples -> samples.ratio(ours, ours.of(than));
    }

    private static Optional<Spread> amongEnded(Samples samples) {
        Series amongEnded = RecoveryMeasure.series(RecoveryMeasure.AMONG_ENDED, OURS, RecoveryMeasure.MILLIS);
        return samples.ratio(amongEnded, amongEnded.at(RecoveryMeasure.ALONE));
    }

    private static Optional<Spread> grown(Samples samples) {
        return samples.ratio(
                GrowthMeasure.series(1_000, GrowthMeasure.STEP), GrowthMeasure.series(10, GrowthMeasure.STEP));
    }

    /** Against whichever of the others was the fastest on the whole. */
    private static Optional<Spread> bestMachine(Samples samples) {
        return MACHINES.stream()
                .map(TRANSITION::of)
                .filter(other -> samples.spread(other).isPresent())
                .min((one, other) -> Double.compare(median(samples, one), median(samples, other)))
                .flatMap(best -> samples.ratio(best, TRANSITION));
    }

    private static double median(Samples samples, Series series) {
        return samples.spread(series).map(Spread::median).orElse(Double.MAX_VALUE);
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? String.format(Locale.ROOT, "%.0f", bound) : Double.toString(bound);
    }
}
