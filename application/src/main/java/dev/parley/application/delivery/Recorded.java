package dev.parley.application.delivery;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.message.OwedMessage;

/** What was recorded of a message that a sender reported on. Whatever is recorded is durable. */
public sealed interface Recorded {
    /** The message. */
    MessageId id();

    /**
     * It was recorded as reported. Reporting the same again gives this once more and changes nothing.
     *
     * @param message as it stands now
     */
    record AsReported(OwedMessage message) implements Recorded {
        @Override
        public MessageId id() {
            return message.id();
        }
    }

    /**
     * It was recorded as sent with its receipt, but its negotiation is not on the receipt's thread. A human, or {@code
     * Negotiations.bind} once the reason is gone, puts that right.
     *
     * @param message as it stands now
     * @param reason why: {@link dev.parley.domain.negotiation.ThreadAlreadyBoundException} if the negotiation is on
     *     another thread, {@link dev.parley.domain.port.ThreadTakenException} if another negotiation is on this one,
     *     {@link dev.parley.domain.port.UnreadableException} if the negotiation cannot be read
     */
    record SentWithoutThread(OwedMessage message, RuntimeException reason) implements Recorded {
        @Override
        public MessageId id() {
            return message.id();
        }
    }

    /**
     * Nothing was recorded, since the message was not waiting for this report any more: it was retried, given up or
     * reported on otherwise meanwhile.
     *
     * @param message as it stands now
     */
    record Overtaken(OwedMessage message) implements Recorded {
        @Override
        public MessageId id() {
            return message.id();
        }
    }

    /**
     * Nothing was recorded, since the message was deleted with its negotiation.
     *
     * @param id the message
     */
    record Gone(MessageId id) implements Recorded {}
}
