package dev.parley.persistence.rows.stored;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where copies of negotiations are read from, within one transaction.
 *
 * @param <X> how the store says that it is in trouble
 */
public interface CopySource<X extends Exception> {
    /** Where a negotiation stands. */
    Optional<Long> positionOf(NegotiationId id) throws X;

    /**
     * Negotiations in the order of their positions.
     *
     * @param budget ends the page when it is full
     * @param after the position behind which to begin
     * @param fetch how many at the most
     */
    List<StoredNegotiation> negotiations(PageBudget budget, long after, int fetch) throws X;

    /** The histories of some negotiations, in their order. */
    List<StoredHistory> histories(List<StoredNegotiation> negotiations) throws X;

    /**
     * The messages that negotiations have handled: by negotiation, and those of one in the order they were committed.
     *
     * @param after the position behind which the first negotiation stands
     * @param upTo the position of the last
     * @param last is asked once about each message, in order, and says which is the last to be read
     */
    List<StoredInbound> handled(long after, long upTo, Predicate<? super StoredInbound> last) throws X;

    /** The steps that negotiations have taken by name, in the order they were committed. */
    List<StoredStep> steps(long after, long upTo) throws X;

    /**
     * A message that is owed.
     *
     * @throws dev.parley.domain.port.UnreadableException if it is there and cannot be read
     */
    Optional<OwedMessage> owed(MessageId id) throws X;
}
