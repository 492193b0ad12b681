package dev.parley.benchmarks.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.benchmarks.TinyScale;
import dev.parley.benchmarks.measure.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthMeasureTest {
    @Test
    void everyLengthIsLoadedAndStepsInEachRound(@TempDir Path directory) throws Exception {
        Samples samples = new Samples();

        new GrowthMeasure().run(TinyScale.in(directory), samples, line -> {});

        for (int length : new int[] {10, 100}) {
            assertEquals(
                    TinyScale.ROUNDS,
                    samples.rounds(GrowthMeasure.series(length, GrowthMeasure.LOAD))
                            .size());
            assertEquals(
                    TinyScale.ROUNDS,
                    samples.rounds(GrowthMeasure.series(length, GrowthMeasure.STEP))
                            .size());
        }
    }
}
