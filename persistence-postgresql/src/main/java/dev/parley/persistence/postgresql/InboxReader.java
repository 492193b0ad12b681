package dev.parley.persistence.postgresql;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.persistence.postgresql.jdbc.Row;
import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.rows.MessageRow;
import dev.parley.persistence.rows.stored.Paging;
import dev.parley.persistence.rows.stored.StoredInbound;
import java.sql.SQLException;
import java.util.List;

/** Reads the messages that were handled, in the order they were committed. */
final class InboxReader {
    static final String SELECT = """
            SELECT m.position, n.negotiation_id, m.message_id, m.received_at, m.content, m.checksum
            FROM parley_inbound_messages AS m JOIN parley_negotiations AS n ON n.position = m.negotiation
            """;

    private static final String OF_NEGOTIATION =
            SELECT + "WHERE parley_name(n.negotiation_id) = parley_name(?) ORDER BY m.position";
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

    static StoredInbound read(Row row) throws SQLException {
        return new StoredInbound(
                row.number(1), row.text(2), new MessageRow(row.text(3), row.text(4), row.text(5)), row.number(6));
    }
}
