package dev.parley.persistence.sqlite;

import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.rows.stored.Unreadable;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be in quarantine: where its row stands, where the rows stand that are read with it, and who reads it. */
enum QuarantinedKind {
    NEGOTIATION(Unreadable.NEGOTIATION, "parley_negotiations", "position", Dependants.HISTORY_BLOCKS) {
        @Override
        Page<?> page(Session session, PageRequest request) throws SQLException {
            return NegotiationReader.page(session, NegotiationFilter.all(), request);
        }
    },
    CAMPAIGN(Unreadable.CAMPAIGN, "parley_campaigns", "position", Dependants.AGREEMENTS) {
        @Override
        Page<?> page(Session session, PageRequest request) throws SQLException {
            return CampaignReader.page(session, request);
        }
    },
    INBOUND_MESSAGE(Unreadable.INBOUND_MESSAGE, "parley_inbound_messages", "position", null) {
        @Override
        Page<?> page(Session session, PageRequest request) throws SQLException {
            return InboxReader.page(session, request);
        }
    },
    OUTBOUND_MESSAGE(Unreadable.OUTBOUND_MESSAGE, "parley_outbound_messages", "position", null) {
        @Override
        Page<?> page(Session session, PageRequest request) throws SQLException {
            return OutboxReader.page(session, DeliveryFilter.all(), request);
        }

        @Override
        boolean isAbout(UnreadableRow damage) {
            return damage.kind().equals(code());
        }
    },
    DELIVERY(Unreadable.DELIVERY, "parley_deliveries", "message", null) {
        @Override
        Page<?> page(Session session, PageRequest request) throws SQLException {
            return OUTBOUND_MESSAGE.page(session, request);
        }
    },
    STEP(Unreadable.STEP, "parley_steps", "position", null) {
        @Override
        Page<?> page(Session session, PageRequest request) throws SQLException {
            return new SqliteSteps(session).page(request);
        }
    };

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

    static QuarantinedKind of(String code) {
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
    String code() {
        return code;
    }

    /** Where its row stands. */
    String table() {
        return table;
    }

    /** The column with its position. */
    String key() {
        return key;
    }

    /** The rows that are read with it, where there are any. */
    Optional<Dependants> dependants() {
        return Optional.ofNullable(dependants);
    }

    /** What the store's own readers have against the row at a position; empty if it can be read, or is gone. */
    Optional<UnreadableRow> damage(Session session, long position) throws SQLException {
        List<UnreadableRow> unreadable =
                page(session, new PageRequest(position - 1, 1)).unreadable();
        return unreadable.stream()
                .filter(row -> row.position() == position && isAbout(row))
                .findAny();
    }

    /**
     * Reads the row at a position, if it is there.
     *
     * @throws UnreadableException if it cannot be read
     */
    void requireReadable(Session session, long position) throws SQLException {
        Optional<UnreadableRow> damage = damage(session, position);
        if (damage.isPresent()) {
            throw new UnreadableException(damage.get());
        }
    }

    /** A page of this kind, as the store reads it. */
    abstract Page<?> page(Session session, PageRequest request) throws SQLException;

    /** Whether what stands in the way of reading a page's row is this row itself. */
    boolean isAbout(UnreadableRow damage) {
        return true;
    }
}
