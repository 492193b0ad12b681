package dev.parley.domain.port;

import dev.parley.domain.identity.NegotiationId;
import java.util.Optional;

/**
 * What a store may offer beyond {@link NegotiationStore}, so that all it holds can be copied into another store as it
 * is. A commit cannot say it: there a negotiation begins at revision 1 and a message with its first delivery. Campaigns
 * with their agreements need no door of their own, since a commit registers them as they are, and owed messages are read
 * by {@link Outbox#owed}. Thread-safe.
 *
 * <p>Each method throws {@link StoreClosedException} after the store was closed, {@link StoreBusyException} if it could
 * not get at the data in time, and {@link StoreFailureException} if the data could not be got at or not be written.
 */
public interface CopyableStore extends NegotiationStore {
    /**
     * Negotiations with everything that is kept of each, in the order of {@link NegotiationStore#negotiations} and with
     * its promises. A row that cannot be read is named; if it is a message or a step, its negotiation is given without
     * it.
     */
    Page<NegotiationCopy> copies(PageRequest page);

    /**
     * One negotiation with everything that is kept of it.
     *
     * @throws UnreadableException if it is there and it, a message it has handled or a step it has taken cannot be read
     */
    Optional<NegotiationCopy> copyOf(NegotiationId id);

    /**
     * Writes what another store holds as it is, durable when this returns: all of it or, if this throws, nothing. What
     * is there already and {@linkplain NegotiationCopy#isIdenticalTo identical} stays as it is, so that doing it again
     * changes nothing. Negotiations are stored in the order given, behind all others, and so are messages.
     *
     * @return how many negotiations and messages were written, without those that were there
     * @throws RestoreConflictException if a negotiation or a message is there with other content
     * @throws CampaignNotFoundException if the campaign of a negotiation is not registered
     * @throws ThreadTakenException if a thread belongs to another negotiation
     * @throws NegotiationNotFoundException if the negotiation of an owed message is not stored
     * @throws UnreadableException if what is there cannot be read and so not be compared
     */
    int restore(Restoration restoration);
}
