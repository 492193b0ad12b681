package dev.parley.persistence.sqlite;

import dev.parley.persistence.sqlite.row.NegotiationRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of {@code parley_negotiations} with what only the store knows of it. */
record StoredNegotiation(
        long position,
        NegotiationRow row,
        String context,
        long revision,
        boolean agreementMissing,
        long checksum,
        long contextChecksum)
        implements Paging.Positioned {
    static final String COLUMNS = "position, negotiation_id, campaign_id, thread_id, state, active, agreement_missing,"
            + " round_count, reply_due_at, expires_at, revision, history_length, created_at, updated_at, latest_history,"
            + " checksum, context, context_checksum";

    static StoredNegotiation read(ResultSet row) throws SQLException {
        return new StoredNegotiation(
                row.getLong(1),
                new NegotiationRow(
                        Columns.text(row, 2),
                        Columns.text(row, 3),
                        row.getString(4),
                        Columns.text(row, 5),
                        row.getBoolean(6),
                        row.getInt(8),
                        row.getString(9),
                        row.getString(10),
                        row.getInt(12),
                        Columns.text(row, 13),
                        Columns.text(row, 14),
                        Columns.text(row, 15)),
                Columns.text(row, 17),
                row.getLong(11),
                row.getBoolean(7),
                row.getLong(16),
                row.getLong(18));
    }

    @Override
    public long characters() {
        return context.length();
    }

    boolean checksumMatches() {
        return checksum == row.checksum(revision, agreementMissing) && contextChecksum == row.contextChecksum(context);
    }
}
