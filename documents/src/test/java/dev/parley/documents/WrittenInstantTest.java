package dev.parley.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenInstantTest {
    private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    @Test
    void everyInstantOfTheYearsOneTo9999IsReadAsItWasWritten() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            int nanos = new int[] {0, random.nextInt(1_000) * 1_000_000, random.nextInt(1_000_000) * 1_000}[i % 3];
            Instant instant = Instant.ofEpochSecond(random.nextLong(FIRST, LAST + 1), nanos);

            assertEquals(instant.toString(), WrittenInstant.write(instant), () -> "seed " + seed);
            assertEquals(instant, WrittenInstant.read(instant.toString()), () -> "seed " + seed);
            assertEquals(instant, WrittenInstant.read(InstantText.writeSortable(instant)), () -> "seed " + seed);
        }
    }

    @Test
    void everyDayOfFourCenturiesIsRead() {
        Instant last = Instant.parse("2100-03-01T00:00:00Z");
        for (Instant day = Instant.parse("1699-12-31T00:00:00Z");
                day.isBefore(last);
                day = day.plus(1, ChronoUnit.DAYS)) {
            assertEquals(day, WrittenInstant.read(day.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999Z",
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999Z"
            })
    void theEdgesAreWrittenAsTheyAre(Instant edge) {
        assertEquals(edge.toString(), WrittenInstant.write(edge));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "2026-01-15T12:00:00.000000001Z"})
    void whatIsFinerOrFurtherAwayIsLeftToOthers(Instant instant) {
        assertNull(WrittenInstant.write(instant));
        assertNull(WrittenInstant.writeSortable(instant));
        assertEquals(instant.toString(), InstantText.write(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-15T12:00:00",
                "2026-01-15T12:00Z",
                "2026-01-15T12:00:00z",
                "2026-01-15 12:00:00Z",
                "2026/01/15T12:00:00Z",
                "2026-01-15T12.00:00Z",
                "2026-01-15T12:00.00Z",
                "2026-01-15T12:00:00,123Z",
                "2026-01-15T12:00:00.12Z",
                "2026-01-15T12:00:00.1234567Z",
                "2026-01-15T12:00:00.12a456Z",
                "0000-01-15T12:00:00Z",
                "2026-00-15T12:00:00Z",
                "2026-13-15T12:00:00Z",
                "2026-01-00T12:00:00Z",
                "2026-01-32T12:00:00Z",
                "2026-02-29T12:00:00Z",
                "2100-02-29T12:00:00Z",
                "2026-01-15T24:00:00Z",
                "2026-01-15T12:60:00Z",
                "2026-01-15T12:00:60Z",
                "2o26-01-15T12:00:00Z",
                "2026-01-15T12:00:-1Z",
            })
    void whatIsOfAnotherFormOrNoTimeIsLeftToOthers(String text) {
        assertNull(WrittenInstant.read(text));
    }
}
