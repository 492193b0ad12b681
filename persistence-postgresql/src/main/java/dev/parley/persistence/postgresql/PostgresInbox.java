package dev.parley.persistence.postgresql;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.rows.MessageRow;
import dev.parley.persistence.rows.commit.InboxTable;
import java.sql.SQLException;

/** Writes what was handled. */
record PostgresInbox(Session session) implements InboxTable<SQLException> {
    private static final String INSERT = """
            INSERT INTO parley_inbound_messages (negotiation, message_id, received_at, content, checksum)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    @Override
    public boolean insert(NegotiationId id, long negotiation, MessageRow row) throws SQLException {
        return session.update(INSERT, row.cells(negotiation, id.value()).values()) == 1;
    }
}
