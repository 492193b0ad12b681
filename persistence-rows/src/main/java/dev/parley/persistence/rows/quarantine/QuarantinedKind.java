package dev.parley.persistence.rows.quarantine;

import dev.parley.domain.port.UnreadableRow;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.rows.stored.Unreadable;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be in quarantine: where its row stands, and where the rows stand that are read with it. */
public enum QuarantinedKind {
    /** A negotiation with its history. */
    NEGOTIATION(Unreadable.NEGOTIATION, "parley_negotiations", "position", Dependants.HISTORY_BLOCKS),
    /** A campaign with its agreements. */
    CAMPAIGN(Unreadable.CAMPAIGN, "parley_campaigns", "position", Dependants.AGREEMENTS),
    /** A message that was handled. */
    INBOUND_MESSAGE(Unreadable.INBOUND_MESSAGE, "parley_inbound_messages", "position", null),
    /** A message that is or was owed, without its delivery. */
    OUTBOUND_MESSAGE(Unreadable.OUTBOUND_MESSAGE, "parley_outbound_messages", "position", null),
    /** How far an owed message has come. */
    DELIVERY(Unreadable.DELIVERY, "parley_deliveries", "message", null),
    /** A step that was committed under a name. */
    STEP(Unreadable.STEP, "parley_steps", "position", null);

    private final String code;
    private final String table;
    private final String key;
    private final @Nullable Dependants dependants;

    QuarantinedKind(String code, String table, String key, @Nullable Dependants dependants) {
        this.code = code;
        this.table = table;
        this.key = key;
        this.dependants = dependants;
    }

    /**
     * The kind of a row.
     *
     * @throws InvalidValueException if there is none of that code
     */
    public static QuarantinedKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findAny()
                .orElseThrow(() -> new InvalidValueException(
                        "kind",
                        "is none of "
                                + Arrays.stream(values())
                                        .map(QuarantinedKind::code)
                                        .toList()));
    }

    /** The port's word for it. */
    public String code() {
        return code;
    }

    /** Where its row stands. */
    public String table() {
        return table;
    }

    /** The column with its position. */
    public String key() {
        return key;
    }

    /** The rows that are read with it, where there are any. */
    public Optional<Dependants> dependants() {
        return Optional.ofNullable(dependants);
    }

    /** Whether what stands in the way of reading a row is this row itself: a message is read with its delivery. */
    boolean isAbout(UnreadableRow damage) {
        return this != OUTBOUND_MESSAGE || damage.kind().equals(code);
    }
}
