package dev.parley.domain.message;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.ThreadId;
import org.jspecify.annotations.Nullable;

/**
 * What the mail provider says of a message that it took.
 *
 * @param providerMessageId its own id for the message; null where it gives none
 * @param threadId the email thread it put the message on; null where it knows none
 */
public record Receipt(
        @Nullable MessageId providerMessageId, @Nullable ThreadId threadId) {
    /** The message was taken, and nothing more is known. */
    public static Receipt plain() {
        return new Receipt(null, null);
    }
}
