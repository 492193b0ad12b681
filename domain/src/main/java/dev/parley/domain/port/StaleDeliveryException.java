package dev.parley.domain.port;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.message.Delivery;

/** The delivery of a message has changed since it was read: somebody else was faster. Nothing was written. */
public final class StaleDeliveryException extends CommitRefusedException {
    private static final long serialVersionUID = 1L;

    private final transient MessageId messageId;
    private final transient Delivery stored;

    /** Names what was refused. */
    public StaleDeliveryException(MessageId messageId, Delivery stored) {
        super("message " + messageId + " has come further since it was read, it is " + stored.state()
                + "; read it again and decide anew");
        this.messageId = messageId;
        this.stored = stored;
    }

    /** The message. */
    public MessageId messageId() {
        return messageId;
    }

    /** The delivery that is stored. */
    public Delivery stored() {
        return stored;
    }
}
