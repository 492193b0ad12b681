package dev.parley.domain.message;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.value.Timestamps;
import java.time.Instant;

/**
 * A message that a step owes: it is recorded with the step, before anything is sent.
 *
 * @param id stable over all attempts and unique in the store; fit to be the email's Message-ID
 * @param negotiationId the negotiation that owes it
 * @param owedSince when the step was taken, to the microsecond
 * @param content recipient, subject, text and whatever else the sender needs
 */
public record OutboundMessage(MessageId id, NegotiationId negotiationId, Instant owedSince, Attributes content) {
    /**
     * @throws dev.parley.domain.value.InvalidValueException if the time is out of range
     */
    public OutboundMessage {
        owedSince = Timestamps.micros("owed_since", owedSince);
    }
}
