package dev.parley.persistence.sqlite;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.sqlite.row.MessageRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of {@code parley_outbound_messages} with its delivery. */
record StoredOwed(StoredDelivery delivery, String negotiationId, MessageRow content, long checksum)
        implements Paging.Positioned {
    /** Of {@code m}, the message, {@code d}, its delivery, and {@code n}, its negotiation. */
    static final String COLUMNS = StoredDelivery.COLUMNS + ", n.negotiation_id, m.owed_since, m.content, m.checksum";

    static StoredOwed read(ResultSet row) throws SQLException {
        StoredDelivery delivery = StoredDelivery.read(row);
        return new StoredOwed(
                delivery,
                Columns.text(row, 13),
                new MessageRow(delivery.messageId(), Columns.text(row, 14), Columns.text(row, 15)),
                row.getLong(16));
    }

    @Override
    public long position() {
        return delivery.position();
    }

    @Override
    public long characters() {
        return content.content().length();
    }

    /**
     * What it means.
     *
     * @throws UnreadableException if the message or its delivery cannot be read
     */
    OwedMessage owed() {
        OutboundMessage message = Unreadable.read(
                Unreadable.OUTBOUND_MESSAGE,
                position(),
                content.messageId(),
                checksum == content.checksum(negotiationId),
                () -> Mappers.MESSAGES.toOutbound(content, new NegotiationId(negotiationId)));
        return new OwedMessage(message, delivery.delivery());
    }
}
