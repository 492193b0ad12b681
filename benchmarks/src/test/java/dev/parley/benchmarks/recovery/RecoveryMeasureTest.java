package dev.parley.benchmarks.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.benchmarks.TinyScale;
import dev.parley.benchmarks.measure.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryMeasureTest {
    @Test
    void allGiveBackAllThatIsInFlightInEachRound(@TempDir Path directory) throws Exception {
        Samples samples = new Samples();

        new RecoveryMeasure(name -> true).run(TinyScale.in(directory), samples, line -> {});

        for (String setting : new String[] {RecoveryMeasure.WHOLE, RecoveryMeasure.BYTES}) {
            for (String contender : new String[] {"ours", "reference", RecoveryMeasure.ON_POSTGRESQL}) {
                assertEquals(
                        TinyScale.ROUNDS,
                        samples.rounds(RecoveryMeasure.series(setting, contender, RecoveryMeasure.PER_SECOND))
                                .size());
            }
        }
        assertEquals(
                TinyScale.ROUNDS,
                samples.rounds(RecoveryMeasure.series(RecoveryMeasure.AMONG_ENDED, "ours", RecoveryMeasure.MILLIS))
                        .size());
    }
}
