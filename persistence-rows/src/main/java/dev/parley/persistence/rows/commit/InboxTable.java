package dev.parley.persistence.rows.commit;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.persistence.rows.MessageRow;

/**
 * The messages that were handled, within one transaction.
 *
 * @param <X> how the store says that it is in trouble
 */
public interface InboxTable<X extends Exception> {
    /**
     * Adds a message.
     *
     * @param negotiation the position of its negotiation
     * @return false, and nothing is added, if the negotiation has handled it
     */
    boolean insert(NegotiationId id, long negotiation, MessageRow row) throws X;
}
