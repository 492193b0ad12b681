package dev.parley.persistence.sqlite;

import dev.parley.persistence.rows.DeliveryRow;
import dev.parley.persistence.rows.MessageRow;
import dev.parley.persistence.rows.stored.StoredDelivery;
import dev.parley.persistence.rows.stored.StoredOwed;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How an owed message and its delivery stand in columns. */
final class OutboxColumns {
    /** Of {@code m}, the message, and {@code d}, its delivery; 12 columns. */
    static final String DELIVERY =
            "m.position, m.message_id, m.negotiation IS d.negotiation, d.state, d.open, d.attempts,"
                    + " d.since, d.due_at, d.provider_message_id, d.thread_id, d.problem, d.checksum";

    /** Of {@code m}, the message, {@code d}, its delivery, and {@code n}, its negotiation. */
    static final String OWED = DELIVERY + ", n.negotiation_id, m.owed_since, m.content, m.checksum";

    private OutboxColumns() {}

    static StoredOwed owed(ResultSet row) throws SQLException {
        StoredDelivery delivery = delivery(row);
        return new StoredOwed(
                delivery,
                Columns.text(row, 13),
                new MessageRow(delivery.messageId(), Columns.text(row, 14), Columns.text(row, 15)),
                row.getLong(16));
    }

    static StoredDelivery delivery(ResultSet row) throws SQLException {
        return new StoredDelivery(
                row.getLong(1), Columns.text(row, 2), deliveryRow(row), row.getBoolean(3), row.getLong(12));
    }

    private static @Nullable DeliveryRow deliveryRow(ResultSet row) throws SQLException {
        @Nullable String state = row.getString(4);
        return state == null
                ? null
                : new DeliveryRow(
                        state,
                        row.getBoolean(5),
                        row.getInt(6),
                        Columns.text(row, 7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11));
    }
}
