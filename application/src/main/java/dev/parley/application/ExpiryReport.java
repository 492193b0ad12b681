package dev.parley.application;

import dev.parley.domain.port.UnreadableRow;
import java.util.List;

/**
 * What a look at the deadlines found.
 *
 * @param expired how many negotiations were turned to TIMEOUT by this call; those of other callers are not among them
 * @param unreadable the rows that could not be read; each is in quarantine
 */
public record ExpiryReport(long expired, List<UnreadableRow> unreadable) {
    /** Copies the list. */
    public ExpiryReport {
        unreadable = List.copyOf(unreadable);
    }
}
