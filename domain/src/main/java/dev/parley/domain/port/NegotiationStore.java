package dev.parley.domain.port;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps negotiations, campaigns, agreements and messages so that what was acknowledged is never lost.
 *
 * <p><b>Durability.</b> When {@link #commit} or {@link #delete} returns, the change survives the death of the process
 * and, where the store says so, of the machine. When it throws, nothing was written; only a {@link
 * StoreFailureException} may leave that open, and says whether it does.
 *
 * <p><b>Concurrency.</b> A store may be used by many threads at once, and by several processes where it says so. A
 * read sees every commit that returned before the read began, and no commit in part. Of two changes decided on one
 * revision exactly one is committed. Commits are atomic and happen in one order for all readers.
 *
 * <p><b>Fidelity.</b> What is read equals what was committed: every character, the scale of every decimal, the order
 * of keys and lists, each instant to the microsecond.
 *
 * <p>Each method throws {@link StoreClosedException} after {@link #close}, {@link StoreBusyException} if another
 * process or thread held the data for longer than the store waits, and {@link StoreFailureException} if the data could
 * not be got at or not be written.
 */
public interface NegotiationStore extends CampaignStore, Outbox, Quarantine, AutoCloseable {
    /**
     * Makes everything in a commit durable at once. The parts are taken in this order:
     *
     * <ol>
     *   <li>The step's name. If it is known in its negotiation, nothing else is looked at: the step was committed
     *       already, and the caller is told what came of it.
     *   <li>Campaigns. One that is not known is registered; one that is known with the same registration stays. Their
     *       agreements are booked like the others.
     *   <li>Changes. A new negotiation gets revision 1 and its campaign must be known. A change replaces the snapshot,
     *       appends the new history entries and adds one to the revision, if the stored revision is the one it was
     *       decided on. {@code created_at} and the campaign of a negotiation never change after the first commit, and
     *       no stored history entry ever does.
     *   <li>Agreements. One that is not booked is appended to its campaign; an equal one that is booked already stays.
     *   <li>Messages. They are kept with their negotiation; an outbound one is owed from now on.
     *   <li>Deliveries. A change replaces the delivery of an owed message, if it stands as it was decided on.
     * </ol>
     *
     * <p>The name and what came of the step, {@link RecordedStep}, are kept with its negotiation.
     *
     * @throws CampaignConflictException if a campaign is registered already, with other content
     * @throws CampaignNotFoundException if a new negotiation names a campaign that is not known
     * @throws NegotiationAlreadyExistsException if a new negotiation is stored already
     * @throws NegotiationNotFoundException if a changed negotiation is not stored, or no longer
     * @throws StaleRevisionException if a changed negotiation is stored with another revision
     * @throws ThreadTakenException if a thread belongs to another negotiation
     * @throws dev.parley.domain.campaign.AgreementConflictException if another agreement of the same origin is booked
     * @throws DuplicateMessageException if an outbound message's id is known, or an inbound one's in its negotiation
     * @throws DuplicateStepException if the step was committed already in its negotiation
     * @throws StepConflictException if another step of this name was committed in its negotiation
     * @throws MessageNotFoundException if a delivery is of no owed message
     * @throws StaleDeliveryException if the delivery of a message stands otherwise
     */
    void commit(Commit commit);

    /**
     * The negotiation as it stands.
     *
     * @throws UnreadableException if it is there and cannot be read
     */
    Optional<Stored<NegotiationSnapshot>> find(NegotiationId id);

    /**
     * The negotiation that lives on a thread.
     *
     * @throws UnreadableException if it is there and cannot be read
     */
    Optional<Stored<NegotiationSnapshot>> findByThread(ThreadId threadId);

    /**
     * Negotiations in the order they were opened, a page at a time. One that is committed meanwhile may be met or not;
     * one that is untouched is met exactly once. Memory is held for one page.
     */
    Page<Stored<NegotiationSnapshot>> negotiations(NegotiationFilter filter, PageRequest page);

    /**
     * The outlines of the negotiations that {@link #negotiations} gives, in the same order and with the same promises.
     * Neither histories nor contexts are decoded. A row is named as unreadable if what the outline says, or its
     * checksum, is damaged; damage of the history alone shows only when the negotiation is read whole.
     */
    Page<Stored<NegotiationOutline>> outlines(NegotiationFilter filter, PageRequest page);

    /** What waits to be looked after. The cost grows with what waits, however much is settled. */
    Backlog backlog(Instant now);

    /**
     * What came of a step that was committed under a name.
     *
     * @throws UnreadableException if it is there and cannot be read
     */
    Optional<RecordedStep> findStep(NegotiationId id, IdempotencyKey key);

    /** The messages a negotiation has handled, in the order they were committed; empty if it is not stored. */
    List<InboundMessage> handledBy(NegotiationId id);

    /**
     * Forgets the inbound messages and the names of steps of negotiations that have ended, for those who may not keep
     * them for ever. Until then they are kept as long as their negotiation. What is forgotten is no longer refused when
     * it comes again; a negotiation that has ended takes no step anyway.
     *
     * @param endedBefore only of negotiations that have not changed since
     * @param limit of how many negotiations at the most, 1 to {@link PageRequest#MAX_LIMIT}
     * @return of how many negotiations something was forgotten; fewer than the limit if nothing is left to forget
     */
    int forgetHandled(Instant endedBefore, int limit);

    /**
     * Deletes a negotiation with its history, messages and keys. Its campaign keeps the agreement. The id and the
     * thread are free again.
     *
     * @param revision the revision the deletion was decided on
     * @throws NegotiationNotFoundException if it is not stored
     * @throws StaleRevisionException if it is stored with another revision
     */
    void delete(NegotiationId id, long revision);

    /** Lets calls that have begun finish and frees what the store holds. Closing again does nothing. */
    @Override
    void close();
}
