package dev.parley.persistence.postgresql;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.persistence.postgresql.jdbc.Row;
import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.postgresql.jdbc.SqlFailures;
import dev.parley.persistence.rows.Cells;
import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.persistence.rows.NegotiationRow;
import dev.parley.persistence.rows.commit.NegotiationTable;
import dev.parley.persistence.rows.commit.OrdinaryStep;
import dev.parley.persistence.rows.stored.Standing;
import java.sql.SQLException;
import java.util.Optional;

/** Writes negotiations: a row each, and the full blocks of their histories. */
record PostgresNegotiations(Session session) implements NegotiationTable<SQLException> {
    private static final String STANDING = """
            SELECT position, revision, history_length, agreement_missing, campaign_id, created_at, latest_history
            FROM parley_negotiations WHERE parley_name(negotiation_id) = parley_name(?) FOR NO KEY UPDATE""";

    private static final String POSITION =
            "SELECT position FROM parley_negotiations WHERE parley_name(negotiation_id) = parley_name(?)";

    private static final String OWNER =
            "SELECT negotiation_id FROM parley_negotiations WHERE parley_name(thread_id) = parley_name(?)";

    // Looked for first: breaking a rule would end the transaction. Who takes the thread between is found on another
    // try.
    private static final String TAKEN = """
            SELECT count(*) FROM parley_negotiations
            WHERE parley_name(thread_id) = parley_name(?) AND position <> ?""";

    private static final String INSERT = """
            INSERT INTO parley_negotiations (negotiation_id, campaign_id, thread_id, state, active, agreement_missing,
                round_count, reply_due_at, expires_at, revision, history_length, created_at, updated_at,
                latest_history, checksum, context, context_checksum)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private static final String UPDATE = """
            UPDATE parley_negotiations SET thread_id = ?, state = ?, active = ?, agreement_missing = ?,
                round_count = ?, reply_due_at = ?, expires_at = ?, revision = ?, history_length = ?, updated_at = ?,
                latest_history = ?, checksum = ?
            WHERE position = ? AND negotiation_id = ? AND revision = ?""";

    private static final String STEP = """
            UPDATE parley_negotiations SET state = ?, round_count = ?, reply_due_at = ?, expires_at = ?, revision = ?,
                history_length = ?, updated_at = ?, latest_history = ?, checksum = ?%s
            WHERE parley_name(negotiation_id) = parley_name(?) AND revision = ? AND history_length = ? AND latest_history = ?
                AND thread_id IS NOT DISTINCT FROM ? AND active = ? AND agreement_missing = 0 AND campaign_id = ? AND created_at = ?""";

    private static final String STEP_KEEPING_CONTEXT = STEP.formatted("");

    private static final String STEP_WITH_CONTEXT = STEP.formatted(", context = ?, context_checksum = ?");

    private static final String UPDATE_CONTEXT =
            "UPDATE parley_negotiations SET context = ?, context_checksum = ? WHERE position = ?";

    private static final String INSERT_BLOCK = """
            INSERT INTO parley_history_blocks (negotiation, block, entries, checksum)
            SELECT position, ?, ?, ? FROM parley_negotiations WHERE parley_name(negotiation_id) = parley_name(?)""";

    private static final String DELETE = "DELETE FROM parley_negotiations WHERE position = ? AND negotiation_id = ?";

    @Override
    public Optional<Standing> standing(NegotiationId id) throws SQLException {
        return session.first(STANDING, PostgresNegotiations::standing, id.value());
    }

    private static Standing standing(Row row) throws SQLException {
        return new Standing(
                row.number(1), row.number(2), row.integer(3), row.flag(4), row.text(5), row.text(6), row.text(7));
    }

    @Override
    public long position(NegotiationId id) throws SQLException {
        return session.number(POSITION, id.value());
    }

    @Override
    public Optional<NegotiationId> ownerOf(ThreadId thread) throws SQLException {
        Optional<NegotiationId> owner = session.first(OWNER, row -> new NegotiationId(row.text(1)), thread.value());
        if (owner.isEmpty()) {
            // Asked of a thread that was taken a moment ago, so it was set free since: the whole is made again.
            throw SqlFailures.outrun();
        }
        return owner;
    }

    @Override
    public boolean insert(NegotiationRow row, long revision, boolean agreementMissing, String context)
            throws SQLException {
        return session.update(
                        INSERT, row.cells(revision, agreementMissing, context).values())
                == 1;
    }

    @Override
    public boolean write(OrdinaryStep step) throws SQLException {
        String sql = step.changesContext() ? STEP_WITH_CONTEXT : STEP_KEEPING_CONTEXT;
        return session.update(sql, step.cells().values()) == 1;
    }

    @Override
    public boolean update(Standing standing, NegotiationRow row, long revision, boolean agreementMissing)
            throws SQLException {
        if (row.threadId() != null && session.number(TAKEN, row.threadId(), standing.position()) > 0) {
            return false;
        }
        Cells cells = row.changeable(revision, agreementMissing)
                .and(standing.position(), row.negotiationId(), standing.revision());
        return session.update(UPDATE, cells.values()) == 1;
    }

    @Override
    public void updateContext(Standing standing, NegotiationRow row, String context) throws SQLException {
        session.update(UPDATE_CONTEXT, context, row.contextChecksum(context), standing.position());
    }

    @Override
    public void insert(NegotiationId id, HistoryBlockRow block) throws SQLException {
        session.update(INSERT_BLOCK, block.block(), block.entries(), block.checksum(id.value()), id.value());
    }

    @Override
    public void delete(NegotiationId id, Standing standing) throws SQLException {
        new PostgresQuarantine(session).forgetAll(standing.position());
        session.update(DELETE, standing.position(), id.value());
    }
}
