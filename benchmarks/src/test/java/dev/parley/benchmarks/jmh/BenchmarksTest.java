package dev.parley.benchmarks.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks run; what they measure is no matter of a test. */
class BenchmarksTest {
    @Test
    void everyBenchmarkRuns() throws Exception {
        var runs = new Runner(new OptionsBuilder()
                        .include(MachineFigures.ALL)
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        assertEquals(12, runs.size());
    }

    @Test
    void aFigureSaysWhatAnOperationCostsAndAllocates() throws Exception {
        List<Figure> figures = MachineFigures.measure("CodecBenchmark.write", 1, TimeValue.milliseconds(20));
        Figure figure = figures.get(0);
        assertEquals(
                List.of("CodecBenchmark.write"),
                figures.stream().map(Figure::name).toList());
        assertTrue(
                figure.fastest() <= figure.nanosPerOp() && figure.nanosPerOp() <= figure.slowest(), figure.toString());
        assertTrue(figure.fastest() > 0 && figure.bytesPerOp() > 600, figure.toString());
    }
}
