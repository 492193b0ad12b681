package dev.parley.persistence.postgresql;

import dev.parley.persistence.postgresql.jdbc.Row;
import dev.parley.persistence.rows.DeliveryRow;
import dev.parley.persistence.rows.MessageRow;
import dev.parley.persistence.rows.stored.StoredDelivery;
import dev.parley.persistence.rows.stored.StoredOwed;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How an owed message and its delivery stand in columns. */
final class OutboxColumns {
    /** Of {@code m}, the message, and {@code d}, its delivery; 12 columns. */
    static final String DELIVERY =
            "m.position, m.message_id, (m.negotiation IS NOT DISTINCT FROM d.negotiation)::int, d.state, d.open, d.attempts,"
                    + " d.since, d.due_at, d.provider_message_id, d.thread_id, d.problem, d.checksum";

    /** Of {@code m}, the message, {@code d}, its delivery, and {@code n}, its negotiation. */
    static final String OWED = DELIVERY + ", n.negotiation_id, m.owed_since, m.content, m.checksum";

    private OutboxColumns() {}

    static StoredOwed owed(Row row) throws SQLException {
        StoredDelivery delivery = delivery(row);
        return new StoredOwed(
                delivery,
                row.text(13),
                new MessageRow(delivery.messageId(), row.text(14), row.text(15)),
                row.number(16));
    }

    static StoredDelivery delivery(Row row) throws SQLException {
        return new StoredDelivery(row.number(1), row.text(2), deliveryRow(row), row.flag(3), row.number(12));
    }

    private static @Nullable DeliveryRow deliveryRow(Row row) throws SQLException {
        @Nullable String state = row.textOrNull(4);
        return state == null
                ? null
                : new DeliveryRow(
                        state,
                        row.flag(5),
                        row.integer(6),
                        row.text(7),
                        row.textOrNull(8),
                        row.textOrNull(9),
                        row.textOrNull(10),
                        row.textOrNull(11));
    }
}
