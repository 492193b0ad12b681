package dev.parley.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void aShareOfAllDidNotTakeLonger() {
        Latencies latencies = new Latencies();
        for (int i = 10_000; i > 0; i--) {
            latencies.add(i * 1_000L);
        }

        assertEquals(5_000, latencies.micros(0.5));
        assertEquals(9_900, latencies.micros(0.99));
        assertEquals(10_000, latencies.micros(1));
    }

    @Test
    void thoseOfSeveralThreadsAreJoined() {
        Latencies one = new Latencies();
        one.add(3_000);
        Latencies other = new Latencies();
        other.add(1_000);
        other.add(2_000);

        Latencies all = Latencies.joined(List.of(one, new Latencies(), other));

        assertEquals(3, all.count());
        assertEquals(2, all.micros(0.5));
        assertEquals(3, all.micros(1));
    }

    @Test
    void ofNoneThereIsNoLongest() {
        assertTrue(Double.isNaN(Latencies.joined(List.of()).micros(1)));
    }
}
