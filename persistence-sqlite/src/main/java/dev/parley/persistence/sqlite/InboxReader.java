package dev.parley.persistence.sqlite;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.persistence.rows.MessageRow;
import dev.parley.persistence.rows.stored.Paging;
import dev.parley.persistence.rows.stored.StoredInbound;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads the messages that were handled, in the order they were committed. */
final class InboxReader {
    static final String SELECT = """
            SELECT m.position, n.negotiation_id, m.message_id, m.received_at, m.content, m.checksum
            FROM parley_inbound_messages AS m JOIN parley_negotiations AS n ON n.position = m.negotiation
            """;

    private static final String OF_NEGOTIATION = SELECT + "WHERE n.negotiation_id = ? ORDER BY m.position";
    private static final String PAGE = SELECT + "WHERE m.position > ? ORDER BY m.position LIMIT ?";

    private InboxReader() {}

    static List<InboundMessage> of(Session session, NegotiationId id) throws SQLException {
        return session.query(OF_NEGOTIATION, InboxReader::read, id.value()).stream()
                .map(stored -> stored.message(id.value()))
                .toList();
    }

    static Page<InboundMessage> page(Session session, PageRequest request) throws SQLException {
        return Paging.page(
                request,
                (budget, after, fetch) -> session.queryUntil(PAGE, InboxReader::read, budget, after, fetch),
                row -> row.message(row.negotiationId()));
    }

    static StoredInbound read(ResultSet row) throws SQLException {
        return new StoredInbound(
                row.getLong(1),
                Columns.text(row, 2),
                new MessageRow(Columns.text(row, 3), Columns.text(row, 4), Columns.text(row, 5)),
                row.getLong(6));
    }
}
