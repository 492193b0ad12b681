package dev.parley.domain.port;

import dev.parley.domain.value.Timestamps;
import java.time.Instant;

/**
 * A row that could not be read, as it was found.
 *
 * @param number by which it is called in quarantine
 * @param row what it is and what is wrong with it
 * @param since when it was put into quarantine, to the microsecond
 * @param raw every byte that is stored of it, in a form of the store's
 */
public record QuarantinedRow(long number, UnreadableRow row, Instant since, String raw) {
    /**
     * @throws dev.parley.domain.value.InvalidValueException if the time is out of range
     */
    public QuarantinedRow {
        since = Timestamps.micros("since", since);
    }

    /** Everything but what is stored of it. */
    @Override
    public String toString() {
        return "QuarantinedRow[" + number + ": " + row + "]";
    }
}
