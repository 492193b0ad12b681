package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.message.Receipt;
import java.util.Optional;

/** The mail provider, as who sends mail sees it. */
interface Mail {
    /** Sends a message, and says what the provider said. */
    Receipt send(MessageId id);

    /** Asks the mailbox for a message that may have gone out; empty if it did not. */
    Optional<Receipt> ask(MessageId id);
}
