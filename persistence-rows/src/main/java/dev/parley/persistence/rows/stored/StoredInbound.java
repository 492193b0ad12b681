package dev.parley.persistence.rows.stored;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.rows.MessageRow;
import dev.parley.persistence.rows.mapping.Mappers;

/**
 * A row of {@code parley_inbound_messages} with what only the store knows of it.
 *
 * @param negotiationId its negotiation
 */
public record StoredInbound(long position, String negotiationId, MessageRow row, long checksum)
        implements Paging.Positioned {
    @Override
    public long characters() {
        return row.content().length();
    }

    /**
     * What it means.
     *
     * @param asked the negotiation it was asked for by, which a damaged index may have led astray
     * @throws UnreadableException if it cannot be read
     */
    public InboundMessage message(String asked) {
        return Unreadable.read(
                Unreadable.INBOUND_MESSAGE,
                position,
                row.messageId(),
                checksum == row.checksum(asked),
                () -> Mappers.MESSAGES.toInbound(row, new NegotiationId(asked)));
    }
}
