package dev.parley.persistence.sqlite;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.row.MessageRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Reads the messages of a negotiation, in the order they were committed. */
final class MessageReader {
    private static final String INBOUND = """
            SELECT m.message_id, m.received_at, m.content, m.checksum
            FROM parley_inbound_messages AS m JOIN parley_negotiations AS n ON n.position = m.negotiation
            WHERE n.negotiation_id = ? ORDER BY m.position""";

    private static final String OUTBOUND = """
            SELECT m.message_id, m.owed_since, m.content, m.checksum
            FROM parley_outbound_messages AS m JOIN parley_negotiations AS n ON n.position = m.negotiation
            WHERE n.negotiation_id = ? ORDER BY m.position""";

    private MessageReader() {}

    static List<InboundMessage> inbound(Session session, NegotiationId id) throws SQLException {
        return read(session, INBOUND, id, row -> Mappers.MESSAGES.toInbound(row, id));
    }

    static List<OutboundMessage> outbound(Session session, NegotiationId id) throws SQLException {
        return read(session, OUTBOUND, id, row -> Mappers.MESSAGES.toOutbound(row, id));
    }

    private static <T> List<T> read(Session session, String sql, NegotiationId id, Function<MessageRow, T> mapping)
            throws SQLException {
        return session.query(sql, StoredMessage::read, id.value()).stream()
                .map(stored -> Unreadable.read(
                        Unreadable.MESSAGE,
                        stored.row().messageId(),
                        stored.checksum() == stored.row().checksum(id.value()),
                        () -> mapping.apply(stored.row())))
                .toList();
    }

    private record StoredMessage(MessageRow row, long checksum) {
        static StoredMessage read(ResultSet row) throws SQLException {
            return new StoredMessage(
                    new MessageRow(row.getString(1), row.getString(2), row.getString(3)), row.getLong(4));
        }
    }
}
