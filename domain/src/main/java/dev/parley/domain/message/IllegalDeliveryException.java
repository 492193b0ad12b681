package dev.parley.domain.message;

import dev.parley.domain.identity.MessageId;

/** What was asked of a message is not possible as far as it has come. Nothing has changed. */
public final class IllegalDeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient MessageId messageId;
    private final DeliveryState state;

    IllegalDeliveryException(MessageId messageId, DeliveryState state, String change) {
        super("message " + messageId + " is " + state + " and cannot be " + change
                + " now; look at it again and decide anew");
        this.messageId = messageId;
        this.state = state;
    }

    /** The message. */
    public MessageId messageId() {
        return messageId;
    }

    /** How far it has come. */
    public DeliveryState state() {
        return state;
    }
}
