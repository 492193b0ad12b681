package dev.parley.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final Series OURS = new Series("step", "8 threads", "ours", "per_second");
    private static final Series NAIVE = OURS.of("naive");

    private final Samples samples = new Samples();

    @Test
    void aRatioIsTakenWithinEachRound() {
        // The machine is ten times slower in the second round: the medians' ratio would be 100 / 30.
        add(OURS, 200, 20, 100);
        add(NAIVE, 100, 10, 30);

        assertEquals(Optional.of(new Spread(2, 2, 100.0 / 30)), samples.ratio(OURS, NAIVE));
    }

    @Test
    void aRoundThatOneOfBothMissedGivesNoRatio() {
        add(OURS, 200, 20);
        add(NAIVE, 100);

        assertEquals(Optional.of(new Spread(2, 2, 2)), samples.ratio(OURS, NAIVE));
    }

    @Test
    void whatWasNotMeasuredHasNeitherSpreadNorRatio() {
        add(OURS, 1);

        assertEquals(Optional.empty(), samples.spread(NAIVE));
        assertEquals(Optional.empty(), samples.ratio(OURS, NAIVE));
    }

    private void add(Series series, double... values) {
        for (int round = 1; round <= values.length; round++) {
            samples.add(series, round, values[round - 1]);
        }
    }
}
