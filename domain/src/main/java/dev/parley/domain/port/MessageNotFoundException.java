package dev.parley.domain.port;

import dev.parley.domain.identity.MessageId;

/** No owed message has this id; its negotiation may have been deleted. Nothing was written. */
public final class MessageNotFoundException extends CommitRefusedException {
    private static final long serialVersionUID = 1L;

    private final transient MessageId messageId;

    /** Names what was refused. */
    public MessageNotFoundException(MessageId messageId) {
        super("no owed message " + messageId + " is stored, or it was deleted with its negotiation; check the id");
        this.messageId = messageId;
    }

    /** The message. */
    public MessageId messageId() {
        return messageId;
    }
}
