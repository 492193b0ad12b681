package dev.parley.persistence.rows.stored;

import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.domain.value.InvalidValueException;
import java.util.function.Supplier;

/** Turns what the domain refuses to build from a stored row into the port's word for it. */
public final class Unreadable {
    /** The kinds of rows, in the words of the port. */
    public static final String NEGOTIATION = "negotiation";

    public static final String CAMPAIGN = "campaign";
    public static final String INBOUND_MESSAGE = "inbound_message";
    public static final String OUTBOUND_MESSAGE = "outbound_message";
    public static final String DELIVERY = "delivery";
    public static final String STEP = "step";

    /** Why a row is unreadable that was found by what it does not hold. */
    public static final String DAMAGED_INDEX = "an index of its table is damaged";

    private Unreadable() {}

    /**
     * What a row means.
     *
     * @param position where it stands among its kind; a delivery's is that of its message
     * @throws UnreadableException if its checksum does not match or the domain refuses its content
     */
    public static <T> T read(String kind, long position, String id, boolean checksumMatches, Supplier<T> meaning) {
        if (!checksumMatches) {
            throw row(kind, position, id, "its checksum does not match, the row was changed or damaged");
        }
        try {
            return meaning.get();
        } catch (InvalidValueException refused) {
            throw row(kind, position, id, refused.subject() + ": " + refused.problem());
        }
    }

    /** Refuses a row for a reason. */
    public static UnreadableException row(String kind, long position, String id, String reason) {
        return new UnreadableException(new UnreadableRow(kind, position, id, reason));
    }
}
