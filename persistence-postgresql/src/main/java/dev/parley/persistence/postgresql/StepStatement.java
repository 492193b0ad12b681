package dev.parley.persistence.postgresql;

import dev.parley.domain.port.NegotiationChange;
import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.rows.NegotiationRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ordinary step in one statement. It writes what a step most often changes, and finds its row only if all else stays
 * as it is stored: above all what indexes hold, since an index whose columns are not named is not written.
 */
final class StepStatement {
    private static final String UPDATE = """
            UPDATE parley_negotiations SET state = ?, round_count = ?, reply_due_at = ?, expires_at = ?, revision = ?,
                history_length = ?, updated_at = ?, latest_history = ?, checksum = ?%s
            WHERE parley_name(negotiation_id) = parley_name(?) AND revision = ? AND history_length = ? AND latest_history = ?
                AND thread_id IS NOT DISTINCT FROM ? AND active = ? AND agreement_missing = 0 AND campaign_id = ? AND created_at = ?""";

    private static final String KEEPING_THE_CONTEXT = UPDATE.formatted("");

    private static final String WITH_CONTEXT = UPDATE.formatted(", context = ?, context_checksum = ?");

    private final String sql;
    private final @Nullable Object[] parameters;

    private StepStatement(String sql, @Nullable Object[] parameters) {
        this.sql = sql;
        this.parameters = parameters;
    }

    /**
     * The statement of a change, made before the database is locked.
     *
     * @param row what is to stand
     * @param context null if it stays as it is stored
     * @param latestBefore the end of the history that the change goes on from
     */
    static StepStatement of(
            NegotiationChange change, NegotiationRow row, @Nullable String context, String latestBefore) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(row.state());
        parameters.add(row.roundCount());
        parameters.add(row.replyDueAt());
        parameters.add(row.expiresAt());
        parameters.add(change.newRevision());
        parameters.add(row.historyLength());
        parameters.add(row.updatedAt());
        parameters.add(row.latestHistory());
        parameters.add(row.checksum(change.newRevision(), false));
        if (context != null) {
            parameters.add(context);
            parameters.add(row.contextChecksum(context));
        }
        parameters.add(row.negotiationId());
        parameters.add(change.decidedOn());
        parameters.add(row.historyLength() - change.newEntries());
        parameters.add(latestBefore);
        parameters.add(row.threadId());
        parameters.add(row.active());
        parameters.add(row.campaignId());
        parameters.add(row.createdAt());
        return new StepStatement(context == null ? KEEPING_THE_CONTEXT : WITH_CONTEXT, parameters.toArray());
    }

    /**
     * Writes the change, if it is an ordinary step.
     *
     * @return whether it is written; if not, nothing is, and why has yet to be found out
     */
    boolean write(Session session) throws SQLException {
        return session.update(sql, parameters) == 1;
    }
}
