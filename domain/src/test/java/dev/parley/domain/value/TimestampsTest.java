package dev.parley.domain.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    @ParameterizedTest
    @CsvSource({
        "2025-03-01T12:00:00.123456789Z, 2025-03-01T12:00:00.123456Z",
        "2025-03-01T12:00:00.123456Z, 2025-03-01T12:00:00.123456Z",
        "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.999999Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999Z"
    })
    void anInstantIsCutDownToTheMicrosecond(Instant given, Instant kept) {
        assertEquals(kept, Timestamps.micros("at", given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z", "-1000-01-01T00:00:00Z"})
    void anInstantOutsideTheYearsOneTo9999IsRefused(Instant instant) {
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> Timestamps.micros("at", instant));

        assertEquals("at: must lie in the years 1 to 9999", refused.getMessage());
    }
}
