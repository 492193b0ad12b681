package dev.parley.persistence.postgresql;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.rows.DeliveryRow;
import dev.parley.persistence.rows.MessageRow;
import dev.parley.persistence.rows.commit.OutboxTable;
import dev.parley.persistence.rows.stored.StoredDelivery;
import dev.parley.persistence.rows.stored.StoredOwed;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Writes what is owed, and how far it has come. */
record PostgresOutbox(Session session) implements OutboxTable<SQLException> {
    private static final String DELIVERY_OF = "SELECT " + OutboxColumns.DELIVERY + """
             FROM parley_outbound_messages AS m %s parley_deliveries AS d ON d.message = m.position
            WHERE parley_name(m.message_id) = parley_name(?)""";

    /** What it tells of a delivery holds until the transaction ends. */
    private static final String LOCKED = DELIVERY_OF.formatted("JOIN") + " FOR NO KEY UPDATE OF d";

    /** Of a message whose delivery is missing. */
    private static final String ANY = DELIVERY_OF.formatted("LEFT JOIN");

    private static final String INSERT_MESSAGE = """
            INSERT INTO parley_outbound_messages (negotiation, message_id, owed_since, content, checksum)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private static final String INSERT_DELIVERY = """
            INSERT INTO parley_deliveries (message, negotiation, state, open, attempts, since, due_at,
                provider_message_id, thread_id, problem, checksum)
            SELECT position, negotiation, ?, ?, ?, ?, ?, ?, ?, ?, ?
            FROM parley_outbound_messages WHERE parley_name(message_id) = parley_name(?)""";

    private static final String UPDATE = """
            UPDATE parley_deliveries SET state = ?, open = ?, attempts = ?, since = ?, due_at = ?,
                provider_message_id = ?, thread_id = ?, problem = ?, checksum = ?
            WHERE message = ?""";

    @Override
    public Optional<StoredDelivery> delivery(MessageId id) throws SQLException {
        Optional<StoredDelivery> locked = session.first(LOCKED, OutboxColumns::delivery, id.value());
        return locked.isPresent() ? locked : session.first(ANY, OutboxColumns::delivery, id.value());
    }

    @Override
    public Optional<StoredOwed> firstDue(Instant now) throws SQLException {
        return OutboxReader.claimable(session, now);
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
