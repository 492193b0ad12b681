package dev.parley.domain.value;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The rule for instants: whole microseconds of the years 1 to 9999, which every store and every peer can keep. */
public final class Timestamps {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Timestamps() {}

    /**
     * Cuts an instant down to the microsecond, so that what is loaded equals what was saved.
     *
     * @param subject the name of the value, for the error
     * @throws InvalidValueException if it lies outside the years 1 to 9999
     */
    public static Instant micros(String subject, Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new InvalidValueException(subject, "must lie in the years 1 to 9999");
        }
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
