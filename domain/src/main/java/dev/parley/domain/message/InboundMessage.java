package dev.parley.domain.message;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.value.Timestamps;
import java.time.Instant;

/**
 * A message that a step has handled.
 *
 * @param id the message's own id, as the mail provider knows it
 * @param negotiationId the negotiation that handled it
 * @param receivedAt when it arrived, to the microsecond
 * @param content sender, subject, text and whatever else is to be kept of it
 */
public record InboundMessage(MessageId id, NegotiationId negotiationId, Instant receivedAt, Attributes content) {
    /**
     * @throws dev.parley.domain.value.InvalidValueException if the time is out of range
     */
    public InboundMessage {
        receivedAt = Timestamps.micros("received_at", receivedAt);
    }
}
