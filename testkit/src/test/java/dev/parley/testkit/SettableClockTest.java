package dev.parley.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.testkit.desk.Race;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettableClockTest {
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    @Test
    void itStandsStillUntilItIsToldOtherwise() {
        SettableClock clock = new SettableClock(NOON);
        assertEquals(NOON, clock.instant());
        assertEquals(NOON, clock.instant());
        assertEquals(Fixtures.OPENED_AT, new SettableClock().instant());
    }

    @Test
    void itGoesOnAndBack() {
        SettableClock clock = new SettableClock(NOON);
        assertEquals(NOON.plusSeconds(90), clock.advance(Duration.ofSeconds(90)));
        assertEquals(NOON.plusSeconds(90), clock.instant());
        assertEquals(NOON.plusSeconds(60), clock.advance(Duration.ofSeconds(-30)));
        clock.set(NOON.minusSeconds(1));
        assertEquals(NOON.minusSeconds(1), clock.instant());
        assertEquals(NOON.minusSeconds(1).toEpochMilli(), clock.millis());
    }

    @Test
    void noAdvanceIsLostAmongThreads() {
        SettableClock clock = new SettableClock(NOON);
        Race.of(Race.THREADS, number -> {
                    for (int i = 0; i < 1_000; i++) {
                        clock.advance(Duration.ofSeconds(1));
                    }
                })
                .mustAllWin("a clock may be moved by many threads");
        assertEquals(NOON.plusSeconds(Race.THREADS * 1_000L), clock.instant());
    }
}
