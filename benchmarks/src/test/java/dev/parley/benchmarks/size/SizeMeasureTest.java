package dev.parley.benchmarks.size;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.benchmarks.TinyScale;
import dev.parley.benchmarks.measure.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizeMeasureTest {
    @Test
    void aNegotiationWeighsAtLeastWhatItSays(@TempDir Path directory) throws Exception {
        Samples samples = new Samples();

        new SizeMeasure().run(TinyScale.in(directory), samples, line -> {});

        assertTrue(samples.spread(SizeMeasure.series("ours")).orElseThrow().median() > 1_000);
        assertTrue(samples.spread(SizeMeasure.series("reference")).orElseThrow().median() > 3_000);
    }
}
