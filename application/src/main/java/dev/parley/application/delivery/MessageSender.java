package dev.parley.application.delivery;

import dev.parley.domain.message.OwedMessage;

/**
 * Sends a message: the orchestrator's door to its mail provider. It is called outside of any transaction, by as many
 * threads as call {@link MessageDispatcher#dispatch}.
 */
public interface MessageSender {
    /**
     * Sends a message, or tries to, and says what it knows of that. It takes less time than the dispatcher's lease; who
     * takes longer finds that another was asked about the message meanwhile. The message's id is the same on every
     * attempt and fit to be the email's Message-ID, by which a mailbox is asked later, and by which a provider may know
     * a message that it has already.
     *
     * @throws Exception counts as {@link SendResult.Unknown}. Of it nothing but the name of its class is kept, since
     *     its message may quote the email
     */
    SendResult send(OwedMessage message) throws Exception;
}
