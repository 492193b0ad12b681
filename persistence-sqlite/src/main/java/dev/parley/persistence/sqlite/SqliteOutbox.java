package dev.parley.persistence.sqlite;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.persistence.rows.DeliveryRow;
import dev.parley.persistence.rows.MessageRow;
import dev.parley.persistence.rows.commit.OutboxTable;
import dev.parley.persistence.rows.stored.StoredDelivery;
import dev.parley.persistence.rows.stored.StoredOwed;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Writes what is owed, and how far it has come. */
record SqliteOutbox(Session session) implements OutboxTable<SQLException> {
    private static final String DELIVERY_OF = "SELECT " + OutboxColumns.DELIVERY + """
             FROM parley_outbound_messages AS m LEFT JOIN parley_deliveries AS d ON d.message = m.position
            WHERE m.message_id = ?""";

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

    @Override
    public Optional<StoredDelivery> delivery(MessageId id) throws SQLException {
        return session.first(DELIVERY_OF, OutboxColumns::delivery, id.value());
    }

    @Override
    public Optional<StoredOwed> firstDue(Instant now) throws SQLException {
        return OutboxReader.firstDue(session, now);
    }

    @Override
    public boolean insert(NegotiationId id, long negotiation, MessageRow row) throws SQLException {
        return session.update(INSERT_MESSAGE, row.cells(negotiation, id.value()).values()) == 1;
    }

    @Override
    public void insert(MessageId id, DeliveryRow row) throws SQLException {
        session.update(INSERT_DELIVERY, row.cells(id.value()).and(id.value()).values());
    }

    @Override
    public void update(MessageId id, long position, DeliveryRow row) throws SQLException {
        session.update(UPDATE, row.cells(id.value()).and(position).values());
    }
}
