package dev.parley.domain.port;

import dev.parley.domain.identity.MessageId;

/** A message with this id is stored already. Nothing was written. */
public final class DuplicateMessageException extends CommitRefusedException {
    private static final long serialVersionUID = 1L;

    private final transient MessageId messageId;

    /** Names what was refused. */
    public DuplicateMessageException(MessageId messageId) {
        super("message " + messageId + " is stored already; give every message an id of its own");
        this.messageId = messageId;
    }

    /** The message. */
    public MessageId messageId() {
        return messageId;
    }
}
