package dev.parley.persistence.sqlite;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.domain.port.MessageNotFoundException;
import dev.parley.domain.port.StaleDeliveryException;
import dev.parley.persistence.sqlite.EncodedCommit.Moved;
import dev.parley.persistence.sqlite.EncodedCommit.Owed;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.row.DeliveryRow;
import dev.parley.persistence.sqlite.row.MessageRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Writes what is owed, each message once, and how far it has come. */
final class OutboxWriter {
    private static final String INSERT_MESSAGE = """
            INSERT INTO parley_outbound_messages (negotiation, message_id, owed_since, content, checksum)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private static final String INSERT_DELIVERY = """
            INSERT INTO parley_deliveries (message, negotiation, state, open, attempts, since, due_at,
                provider_message_id, thread_id, problem, checksum)
            SELECT position, negotiation, ?, ?, ?, ?, ?, ?, ?, ?, ?
            FROM parley_outbound_messages WHERE message_id = ?""";

    private static final String UPDATE = """
            UPDATE parley_deliveries SET state = ?, open = ?, attempts = ?, since = ?, due_at = ?,
                provider_message_id = ?, thread_id = ?, problem = ?, checksum = ?
            WHERE message = ?""";

    private static final String STORED = "SELECT " + StoredDelivery.COLUMNS + """
             FROM parley_outbound_messages AS m LEFT JOIN parley_deliveries AS d ON d.message = m.position
            WHERE m.message_id = ?""";

    private final Session session;

    OutboxWriter(Session session) {
        this.session = session;
    }

    /**
     * Writes down a message that is owed from now on.
     *
     * @param negotiation the position of the negotiation that owes it
     */
    void owe(Owed owed, long negotiation) throws SQLException {
        MessageRow row = owed.row();
        int inserted = session.update(
                INSERT_MESSAGE,
                negotiation,
                row.messageId(),
                row.at(),
                row.content(),
                row.checksum(owed.message().negotiationId().value()));
        if (inserted == 0) {
            throw new DuplicateMessageException(owed.message().id());
        }
        write(INSERT_DELIVERY, owed.delivery(), row.messageId(), row.messageId());
    }

    /** Lets a message come further, if it stands where the change was decided on. */
    void move(Moved moved) throws SQLException {
        DeliveryChange change = moved.change();
        MessageId id = change.id();
        StoredDelivery stored = session.first(STORED, StoredDelivery::read, id.value())
                .orElseThrow(() -> new MessageNotFoundException(id));
        if (!stored.messageId().equals(id.value())) {
            throw Unreadable.row(
                    Unreadable.OUTBOUND_MESSAGE, stored.position(), stored.messageId(), Unreadable.DAMAGED_INDEX);
        }
        Delivery delivery = stored.delivery();
        if (!delivery.equals(change.decidedOn())) {
            throw new StaleDeliveryException(id, delivery);
        }
        write(UPDATE, moved.row(), id.value(), stored.position());
    }

    /** Takes the message that has been due the longest. */
    Optional<OwedMessage> claim(Instant now, Instant until) throws SQLException {
        Optional<StoredOwed> due = OutboxReader.firstDue(session, now);
        if (due.isEmpty()) {
            return Optional.empty();
        }
        OwedMessage claimed = due.get().owed().claimed(now, until);
        DeliveryRow row = Mappers.DELIVERIES.toRow(claimed.delivery());
        write(UPDATE, row, claimed.id().value(), due.get().position());
        return Optional.of(claimed);
    }

    private void write(String sql, DeliveryRow row, String messageId, Object where) throws SQLException {
        session.update(
                sql,
                row.state(),
                row.open(),
                row.attempts(),
                row.since(),
                row.dueAt(),
                row.providerMessageId(),
                row.threadId(),
                row.problem(),
                row.checksum(messageId),
                where);
    }
}
