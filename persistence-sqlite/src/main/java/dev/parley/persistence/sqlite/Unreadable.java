package dev.parley.persistence.sqlite;

import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.domain.value.InvalidValueException;
import java.util.function.Supplier;

/** Turns what the domain refuses to build from a stored row into the port's word for it. */
final class Unreadable {
    static final String NEGOTIATION = "negotiation";
    static final String CAMPAIGN = "campaign";
    static final String INBOUND_MESSAGE = "inbound_message";
    static final String OUTBOUND_MESSAGE = "outbound_message";
    static final String DELIVERY = "delivery";
    static final String STEP = "step";

    static final String DAMAGED_INDEX = "an index of the file is damaged";

    private Unreadable() {}

    /**
     * What a row means.
     *
     * @param position where it stands among its kind; a delivery's is that of its message
     * @throws UnreadableException if its checksum does not match or the domain refuses its content
     */
    static <T> T read(String kind, long position, String id, boolean checksumMatches, Supplier<T> meaning) {
        if (!checksumMatches) {
            throw row(kind, position, id, "its checksum does not match, the row was changed or damaged");
        }
        try {
            return meaning.get();
        } catch (InvalidValueException refused) {
            throw row(kind, position, id, refused.subject() + ": " + refused.problem());
        }
    }

    static UnreadableException row(String kind, long position, String id, String reason) {
        return new UnreadableException(new UnreadableRow(kind, position, id, reason));
    }
}
