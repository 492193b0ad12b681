package dev.parley.persistence.sqlite;

import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.domain.value.InvalidValueException;
import java.util.function.Supplier;

/** Turns what the domain refuses to build from a stored row into the port's word for it. */
final class Unreadable {
    static final String NEGOTIATION = "negotiation";
    static final String CAMPAIGN = "campaign";
    static final String MESSAGE = "message";

    private Unreadable() {}

    /**
     * What a row means.
     *
     * @throws UnreadableException if its checksum does not match or the domain refuses its content
     */
    static <T> T read(String kind, String id, boolean checksumMatches, Supplier<T> meaning) {
        if (!checksumMatches) {
            throw new UnreadableException(
                    new UnreadableRow(kind, id, "its checksum does not match, the row was changed or damaged"));
        }
        try {
            return meaning.get();
        } catch (InvalidValueException refused) {
            throw new UnreadableException(new UnreadableRow(kind, id, refused.subject() + ": " + refused.problem()));
        }
    }
}
