package dev.parley.persistence.rows.stored;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.rows.MessageRow;
import dev.parley.persistence.rows.mapping.Mappers;
import java.time.Instant;

/** A row of {@code parley_outbound_messages} with its delivery. */
public record StoredOwed(StoredDelivery delivery, String negotiationId, MessageRow content, long checksum)
        implements Paging.Positioned {
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
    public OwedMessage owed() {
        OutboundMessage message = Unreadable.read(
                Unreadable.OUTBOUND_MESSAGE,
                position(),
                content.messageId(),
                checksum == content.checksum(negotiationId),
                () -> Mappers.MESSAGES.toOutbound(content, new NegotiationId(negotiationId)));
        return new OwedMessage(message, delivery.delivery());
    }

    /**
     * Requires that it is the message that was asked for.
     *
     * @throws UnreadableException if a damaged index has led to it
     */
    public void requireMessage(MessageId id) {
        if (!content.messageId().equals(id.value())) {
            throw damagedIndex();
        }
    }

    /**
     * Requires that it is of the negotiation that was asked for.
     *
     * @throws UnreadableException if a damaged index has led to it
     */
    public void requireOf(NegotiationId id) {
        if (!negotiationId.equals(id.value())) {
            throw damagedIndex();
        }
    }

    /** Whether a dispatcher shall turn to it; whoever pages through what is owed is told of a row that is damaged. */
    public boolean isReadableAndDue(Instant now) {
        try {
            return owed().delivery().isDue(now);
        } catch (UnreadableException damaged) {
            return false;
        }
    }

    private UnreadableException damagedIndex() {
        return Unreadable.row(Unreadable.OUTBOUND_MESSAGE, position(), content.messageId(), Unreadable.DAMAGED_INDEX);
    }
}
