package dev.parley.persistence.sqlite;

import dev.parley.domain.message.Delivery;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.sqlite.row.DeliveryRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code parley_deliveries} and the message it belongs to.
 *
 * @param position the position of the message
 * @param row null where the message has none
 * @param fitsNegotiation whether it names the same negotiation as the message
 */
record StoredDelivery(
        long position, String messageId, @Nullable DeliveryRow row, boolean fitsNegotiation, long checksum) {
    /** Of {@code m}, the message, and {@code d}, its delivery; 12 columns. */
    static final String COLUMNS =
            "m.position, m.message_id, m.negotiation IS d.negotiation, d.state, d.open, d.attempts,"
                    + " d.since, d.due_at, d.provider_message_id, d.thread_id, d.problem, d.checksum";

    static StoredDelivery read(ResultSet row) throws SQLException {
        return new StoredDelivery(
                row.getLong(1), Columns.text(row, 2), delivery(row), row.getBoolean(3), row.getLong(12));
    }

    private static @Nullable DeliveryRow delivery(ResultSet row) throws SQLException {
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

    /**
     * What it means.
     *
     * @throws UnreadableException if it cannot be read
     */
    Delivery delivery() {
        DeliveryRow stored = row;
        if (stored == null) {
            throw Unreadable.row(Unreadable.DELIVERY, position, messageId, "it is missing");
        }
        boolean intact = checksum == stored.checksum(messageId);
        return Unreadable.read(Unreadable.DELIVERY, position, messageId, intact, () -> {
            Delivery delivery = Mappers.DELIVERIES.toDelivery(stored);
            if (!fitsNegotiation || !Mappers.DELIVERIES.toRow(delivery).isFoundLike(stored)) {
                throw new InvalidValueException("delivery", "does not fit its indexes, so it would be missed");
            }
            return delivery;
        });
    }
}
