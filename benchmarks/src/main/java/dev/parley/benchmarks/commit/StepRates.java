package dev.parley.benchmarks.commit;

import dev.parley.benchmarks.contender.Kind;
import dev.parley.benchmarks.measure.Latencies;
import dev.parley.benchmarks.measure.Measure.Progress;
import dev.parley.benchmarks.measure.Samples;
import dev.parley.benchmarks.measure.Series;
import java.time.Duration;
import java.util.Locale;

/** How the figures of {@code commit} are named and kept. */
public final class StepRates {
    /** Durable steps a second. */
    public static final String PER_SECOND = "per_second";

    /** Half of the steps took no longer, in microseconds. */
    public static final String P50 = "p50_us";

    /** All but a hundredth of the steps took no longer, in microseconds. */
    public static final String P99 = "p99_us";

    /** The longest step, in microseconds. */
    public static final String MAX = "max_us";

    /** The name of the disk's own rate among the contenders. */
    public static final String FSYNC = "fsync";

    /** The name of what SQLite can do at the most among the contenders. */
    public static final String LIMIT = "limit";

    private final Samples samples;
    private final Progress progress;

    StepRates(Samples samples, Progress progress) {
        this.samples = samples;
        this.progress = progress;
    }

    /** What is measured of a contender. */
    public static Series series(Kind kind, int threads, String contender, String quantity) {
        return new Series(kind.measure(), threads == 1 ? "1 thread" : threads + " threads", contender, quantity);
    }

    void keep(Kind kind, int threads, String contender, int round, Latencies steps, Duration timed) {
        keepRate(kind, threads, contender, round, steps.count() / (timed.toNanos() / 1e9));
        if (steps.count() > 0) {
            samples.add(series(kind, threads, contender, P50), round, steps.micros(0.5));
            samples.add(series(kind, threads, contender, P99), round, steps.micros(0.99));
            samples.add(series(kind, threads, contender, MAX), round, steps.micros(1));
        }
    }

    void keepRate(Kind kind, int threads, String contender, int round, double perSecond) {
        Series series = series(kind, threads, contender, PER_SECOND);
        samples.add(series, round, perSecond);
        progress.tell(String.format(
                Locale.ROOT,
                "round %d: %s, %s, %s: %,.0f/s",
                round,
                series.measure(),
                series.setting(),
                contender,
                perSecond));
    }
}
