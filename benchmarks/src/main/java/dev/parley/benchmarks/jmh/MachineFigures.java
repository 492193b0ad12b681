package dev.parley.benchmarks.jmh;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs the benchmarks of this package. Each runs in a JVM of its own, with this one's class path. */
public final class MachineFigures {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /** The transition in memory, Parley's and its peers'. */
    public static final String MACHINE = MachineBenchmark.class.getSimpleName();

    /** Everything. */
    public static final String ALL = MachineFigures.class.getPackageName();

    private MachineFigures() {}

    /**
     * Measures; takes about six seconds for each benchmark and fork.
     *
     * @param include a regular expression found in the names of the benchmarks wanted, such as {@link #MACHINE}
     * @param forks how many JVMs measure each, 1 or more
     * @return a figure for each benchmark, in the order of their names
     */
    public static List<Figure> measure(String include, int forks) throws RunnerException {
        return measure(include, forks, TimeValue.milliseconds(500));
    }

    static List<Figure> measure(String include, int forks, TimeValue iteration) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(include)
                .forks(forks)
                .warmupIterations(4)
                .warmupTime(iteration)
                .measurementIterations(8)
                .measurementTime(iteration)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        return figures(new Runner(options.build()).run());
    }

    private static List<Figure> figures(Collection<RunResult> runs) {
        TreeMap<String, Figure> figures = new TreeMap<>();
        for (RunResult run : runs) {
            Statistics time = run.getPrimaryResult().getStatistics();
            Result<?> allocation =
                    Objects.requireNonNull(run.getSecondaryResults().get(ALLOCATION), ALLOCATION);
            String name = name(run.getParams());
            figures.put(
                    name,
                    new Figure(name, time.getPercentile(50), time.getMin(), time.getMax(), allocation.getScore()));
        }
        return List.copyOf(figures.values());
    }

    private static String name(BenchmarkParams params) {
        StringBuilder name = new StringBuilder(params.getBenchmark().substring(ALL.length() + 1));
        for (String parameter : params.getParamsKeys()) {
            name.append(' ').append(parameter).append('=').append(params.getParam(parameter));
        }
        return name.toString();
    }
}
