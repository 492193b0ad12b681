package dev.parley.persistence.rows.commit;

import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.ThreadTakenException;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.persistence.rows.NegotiationRow;
import dev.parley.persistence.rows.PackedHistory;
import dev.parley.persistence.rows.commit.EncodedCommit.EncodedChange;
import dev.parley.persistence.rows.commit.EncodedRestoration.EncodedCopy;
import dev.parley.persistence.rows.stored.Standing;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens, changes and deletes negotiations: a row each, and the full blocks of their histories. */
public final class NegotiationWriter<X extends Exception> {
    private final NegotiationTable<X> table;
    private final CampaignTable<X> campaigns;

    /** Writes to the tables of one transaction. */
    public NegotiationWriter(NegotiationTable<X> table, CampaignTable<X> campaigns) {
        this.table = table;
        this.campaigns = campaigns;
    }

    /**
     * Writes one change.
     *
     * @param booksAgreement whether the commit books an agreement of this negotiation
     */
    void write(EncodedChange change, boolean booksAgreement) throws X {
        if (change.change().isNew()) {
            open(change, booksAgreement);
        } else if (change.change().reachesAgreement() || !table.write(change.step())) {
            update(change, booksAgreement);
            return;
        }
        fill(change.change().id(), change.filled());
    }

    private void fill(NegotiationId id, List<HistoryBlockRow> blocks) throws X {
        for (HistoryBlockRow block : blocks) {
            table.insert(id, block);
        }
    }

    /**
     * Deletes a negotiation with everything of it.
     *
     * @throws NegotiationNotFoundException if it is not stored
     * @throws StaleRevisionException if it is stored with another revision
     */
    public void delete(NegotiationId id, long revision) throws X {
        Standing standing = standing(id);
        requireRevision(id, revision, standing);
        table.delete(id, standing);
    }

    private void open(EncodedChange encoded, boolean booksAgreement) throws X {
        NegotiationChange change = encoded.change();
        requireCampaign(change.snapshot().campaignId());
        boolean missing = agreementMissing(change, encoded.row().campaignId(), booksAgreement, false);
        if (!table.insert(encoded.row(), change.newRevision(), missing, requiredContext(encoded))) {
            if (table.standing(change.id()).isPresent()) {
                throw new NegotiationAlreadyExistsException(change.id());
            }
            throw threadTaken(change.snapshot());
        }
    }

    /**
     * Writes a negotiation as it stands in another store.
     *
     * @return false, and nothing is written, if one of its id is stored
     */
    boolean restore(EncodedCopy encoded) throws X {
        Stored<NegotiationSnapshot> copied = encoded.copy().stored();
        NegotiationSnapshot snapshot = copied.value();
        requireCampaign(snapshot.campaignId());
        boolean missing = encoded.copy().agreementMissing();
        if (!table.insert(encoded.row(), copied.revision(), missing, encoded.context())) {
            if (table.standing(snapshot.id()).isPresent()) {
                return false;
            }
            throw threadTaken(snapshot);
        }
        fill(snapshot.id(), encoded.filled());
        return true;
    }

    private void update(EncodedChange encoded, boolean booksAgreement) throws X {
        NegotiationChange change = encoded.change();
        Standing standing = standing(change.id());
        requireRevision(change.id(), change.decidedOn(), standing);
        requireContinued(encoded, standing);
        PackedHistory history = PackedHistory.of(encoded.known(), standing.latestHistory(), change.appended());
        NegotiationRow row = encoded.row().continuing(standing.campaignId(), standing.createdAt(), history.latest());
        boolean missing = agreementMissing(change, standing.campaignId(), booksAgreement, standing.agreementMissing());
        if (!table.update(standing, row, change.newRevision(), missing)) {
            throw threadTaken(change.snapshot());
        }
        @Nullable String context = encoded.context();
        if (context != null) {
            table.updateContext(standing, row, context);
        }
        fill(change.id(), history.filled());
    }

    private boolean agreementMissing(
            NegotiationChange change, String campaignId, boolean booksAgreement, boolean before) throws X {
        boolean arrives = change.isNew() || change.reachesAgreement();
        if (!arrives || change.snapshot().state() != NegotiationState.AGREED) {
            return before;
        }
        return !booksAgreement && !campaigns.isBooked(campaignId, change.id());
    }

    private void requireCampaign(CampaignId id) throws X {
        if (!campaigns.isRegistered(id)) {
            throw new CampaignNotFoundException(id);
        }
    }

    /** A new negotiation has no context that could stay. */
    private static String requiredContext(EncodedChange change) {
        return Objects.requireNonNull(change.context());
    }

    private static void requireRevision(NegotiationId id, long decidedOn, Standing standing) {
        if (standing.revision() != decidedOn) {
            throw new StaleRevisionException(id, decidedOn, standing.revision());
        }
    }

    private static void requireContinued(EncodedChange change, Standing standing) {
        if (change.known() != standing.historyLength()) {
            throw new InvalidValueException(
                    "new_entries",
                    "continue a history of " + change.known() + " entries, but " + standing.historyLength()
                            + " are stored");
        }
    }

    /** Why a row was not written although its revision fits: of the schema's rules only the thread's is left. */
    private RuntimeException threadTaken(NegotiationSnapshot snapshot) throws X {
        ThreadId thread = snapshot.threadId();
        if (thread == null) {
            return unexplained(snapshot.id());
        }
        return table.ownerOf(thread)
                .<RuntimeException>map(owner -> new ThreadTakenException(thread, owner))
                .orElseGet(() -> unexplained(snapshot.id()));
    }

    private static StoreFailureException unexplained(NegotiationId id) {
        return new StoreFailureException(
                Outcome.NOT_WRITTEN,
                "negotiation " + id + " was refused, and no rule of its table explains it; read it and try again");
    }

    private Standing standing(NegotiationId id) throws X {
        return table.standing(id).orElseThrow(() -> new NegotiationNotFoundException(id));
    }
}
