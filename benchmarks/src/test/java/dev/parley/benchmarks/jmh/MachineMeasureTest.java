package dev.parley.benchmarks.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.benchmarks.measure.Series;
import org.junit.jupiter.api.Test;

class MachineMeasureTest {
    @Test
    void aTransitionIsComparedWithThatOfThePeers() {
        assertEquals(new Series("machine", "transition", "ours", "ns"), series("MachineBenchmark.parley"));
        assertEquals(new Series("machine", "transition", "spring", "ns"), series("MachineBenchmark.spring"));
    }

    @Test
    void whatNoPeerDoesStandsForItself() {
        assertEquals(
                new Series("machine", "TrackerBenchmark.flexibility agreements=10", "ours", "ns"),
                series("TrackerBenchmark.flexibility agreements=10"));
    }

    private static Series series(String name) {
        return MachineMeasure.series(new Figure(name, 2, 1, 3, 32), "ns");
    }
}
