package dev.parley.domain.port;

import java.util.List;
import java.util.OptionalLong;

/**
 * Part of a long answer, in the order the rows were first stored.
 *
 * @param rows what could be read
 * @param unreadable what could not; it does not stop the others
 * @param next where the next page begins; empty if this is the last
 */
public record Page<T>(List<T> rows, List<UnreadableRow> unreadable, OptionalLong next) {
    /** Copies the lists. */
    public Page {
        rows = List.copyOf(rows);
        unreadable = List.copyOf(unreadable);
    }
}
