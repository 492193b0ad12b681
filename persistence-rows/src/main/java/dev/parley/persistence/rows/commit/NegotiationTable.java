package dev.parley.persistence.rows.commit;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.persistence.rows.NegotiationRow;
import dev.parley.persistence.rows.stored.Standing;
import java.util.Optional;

/**
 * The negotiations of a store, with the blocks of their histories, within one transaction. What it tells of a
 * negotiation must hold until that ends.
 *
 * @param <X> how the store says that it is in trouble
 */
public interface NegotiationTable<X extends Exception> {
    /** What stands of a negotiation. */
    Optional<Standing> standing(NegotiationId id) throws X;

    /** Where a negotiation stands that is stored. */
    long position(NegotiationId id) throws X;

    /** The negotiation that a thread belongs to. */
    Optional<NegotiationId> ownerOf(ThreadId thread) throws X;

    /**
     * Adds a negotiation.
     *
     * @param agreementMissing whether it has agreed without booking an agreement
     * @return false, and nothing is added, if its id or its thread is taken
     */
    boolean insert(NegotiationRow row, long revision, boolean agreementMissing, String context) throws X;

    /**
     * Writes an ordinary step, if it is one: if revision and history stand as the step was decided on, no agreement is
     * missing, and the row's thread, campaign, creation and whether it is active stay as they stand.
     *
     * @return false, and nothing is written, if not; why has yet to be found out
     */
    boolean write(OrdinaryStep step) throws X;

    /**
     * Writes all but the context of a negotiation in the place of what stands.
     *
     * @return false, and nothing is written, if its thread is taken
     */
    boolean update(Standing standing, NegotiationRow row, long revision, boolean agreementMissing) throws X;

    /** Writes the context of a negotiation. */
    void updateContext(Standing standing, NegotiationRow row, String context) throws X;

    /** Adds a full block to a history. */
    void insert(NegotiationId id, HistoryBlockRow block) throws X;

    /** Deletes a negotiation with everything of it, what is kept of it in quarantine included. */
    void delete(NegotiationId id, Standing standing) throws X;
}
