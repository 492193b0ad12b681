package dev.parley.persistence.sqlite;

import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.ThreadTakenException;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.sqlite.EncodedCommit.EncodedChange;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.row.HistoryBlockRow;
import dev.parley.persistence.sqlite.row.NegotiationRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens, changes and deletes negotiations: a row each, and the full blocks of their histories. */
final class NegotiationWriter {
    // Never REPLACE: it would reset created_at, and let a stale writer bring back what was deleted.
    private static final String INSERT = """
            INSERT INTO parley_negotiations (negotiation_id, campaign_id, thread_id, state, active, agreement_missing,
                round_count, reply_due_at, expires_at, revision, history_length, created_at, updated_at,
                latest_history, checksum, context, context_checksum)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private static final String UPDATE = """
            UPDATE OR IGNORE parley_negotiations SET thread_id = ?, state = ?, active = ?, agreement_missing = ?,
                round_count = ?, reply_due_at = ?, expires_at = ?, revision = ?, history_length = ?, updated_at = ?,
                latest_history = ?, checksum = ?
            WHERE position = ? AND negotiation_id = ? AND revision = ?""";

    private static final String UPDATE_CONTEXT =
            "UPDATE parley_negotiations SET context = ?, context_checksum = ? WHERE position = ?";

    private static final String INSERT_BLOCK = """
            INSERT INTO parley_history_blocks (negotiation, block, entries, checksum)
            SELECT position, ?, ?, ? FROM parley_negotiations WHERE negotiation_id = ?""";

    private final Session session;

    NegotiationWriter(Session session) {
        this.session = session;
    }

    /**
     * Writes one change.
     *
     * @param booksAgreement whether the commit books an agreement of this negotiation
     */
    void write(EncodedChange change, boolean booksAgreement) throws SQLException {
        if (change.change().isNew()) {
            open(change, booksAgreement);
        } else if (change.change().reachesAgreement() || !change.step().write(session)) {
            update(change, booksAgreement);
            return;
        }
        fill(change.row().negotiationId(), change.filled());
    }

    private void fill(String id, List<HistoryBlockRow> blocks) throws SQLException {
        for (HistoryBlockRow block : blocks) {
            session.update(INSERT_BLOCK, block.block(), block.entries(), block.checksum(id), id);
        }
    }

    void delete(NegotiationId id, long revision) throws SQLException {
        Standing standing = standing(id);
        requireRevision(id, revision, standing);
        QuarantineShelf.forgetAll(session, standing.position());
        session.update(
                "DELETE FROM parley_negotiations WHERE position = ? AND negotiation_id = ?",
                standing.position(),
                id.value());
    }

    private void open(EncodedChange change, boolean booksAgreement) throws SQLException {
        NegotiationRow row = change.row();
        long revision = change.change().newRevision();
        requireCampaign(change.change().snapshot().campaignId());
        boolean missing = agreementMissing(change.change(), row.campaignId(), booksAgreement, false);
        String context = requiredContext(change);
        int inserted = session.update(
                INSERT,
                row.negotiationId(),
                row.campaignId(),
                row.threadId(),
                row.state(),
                row.active(),
                missing,
                row.roundCount(),
                row.replyDueAt(),
                row.expiresAt(),
                revision,
                row.historyLength(),
                row.createdAt(),
                row.updatedAt(),
                row.latestHistory(),
                row.checksum(revision, missing),
                context,
                row.contextChecksum(context));
        if (inserted == 0) {
            if (Standing.of(session, change.change().id()).isPresent()) {
                throw new NegotiationAlreadyExistsException(change.change().id());
            }
            throw threadTaken(change.change());
        }
    }

    private void update(EncodedChange encoded, boolean booksAgreement) throws SQLException {
        NegotiationChange change = encoded.change();
        Standing standing = standing(change.id());
        requireRevision(change.id(), change.decidedOn(), standing);
        requireContinued(encoded, standing);
        PackedHistory history = PackedHistory.of(encoded.known(), standing.latestHistory(), change.appended());
        NegotiationRow row = encoded.row().continuing(standing.campaignId(), standing.createdAt(), history.latest());
        boolean missing = agreementMissing(change, standing.campaignId(), booksAgreement, standing.agreementMissing());
        int updated = session.update(
                UPDATE,
                row.threadId(),
                row.state(),
                row.active(),
                missing,
                row.roundCount(),
                row.replyDueAt(),
                row.expiresAt(),
                change.newRevision(),
                row.historyLength(),
                row.updatedAt(),
                row.latestHistory(),
                row.checksum(change.newRevision(), missing),
                standing.position(),
                row.negotiationId(),
                change.decidedOn());
        if (updated == 0) {
            throw threadTaken(change);
        }
        @Nullable String context = encoded.context();
        if (context != null) {
            session.update(UPDATE_CONTEXT, context, row.contextChecksum(context), standing.position());
        }
        fill(row.negotiationId(), history.filled());
    }

    private boolean agreementMissing(
            NegotiationChange change, String campaignId, boolean booksAgreement, boolean before) throws SQLException {
        boolean arrives = change.isNew() || change.reachesAgreement();
        if (!arrives || change.snapshot().state() != NegotiationState.AGREED) {
            return before;
        }
        return !booksAgreement
                && session.number(
                                "SELECT count(*) FROM parley_agreements WHERE campaign_id = ? AND negotiation_id = ?",
                                campaignId,
                                change.id().value())
                        == 0;
    }

    private void requireCampaign(CampaignId id) throws SQLException {
        if (session.number("SELECT count(*) FROM parley_campaigns WHERE campaign_id = ?", id.value()) == 0) {
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
    private ThreadTakenException threadTaken(NegotiationChange change) throws SQLException {
        ThreadId threadId = change.snapshot().threadId();
        if (threadId == null) {
            throw new SQLException("a row was not written, and no rule of the schema explains it");
        }
        return session.first(
                        "SELECT negotiation_id FROM parley_negotiations WHERE thread_id = ?",
                        row -> new ThreadTakenException(threadId, new NegotiationId(Columns.text(row, 1))),
                        threadId.value())
                .orElseThrow(() -> new SQLException("a row was not written, and its thread is free"));
    }

    private Standing standing(NegotiationId id) throws SQLException {
        return Standing.of(session, id).orElseThrow(() -> new NegotiationNotFoundException(id));
    }
}
