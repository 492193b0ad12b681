package dev.parley.persistence.sqlite;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What is stored of a negotiation that a change of it must agree with or keep. */
record Standing(
        long position,
        long revision,
        int historyLength,
        boolean agreementMissing,
        String campaignId,
        String createdAt,
        String latestHistory) {
    private static final String SELECT = """
            SELECT position, revision, history_length, agreement_missing, campaign_id, created_at, latest_history
            FROM parley_negotiations WHERE negotiation_id = ?""";

    static Optional<Standing> of(Session session, NegotiationId id) throws SQLException {
        return session.first(SELECT, Standing::read, id.value());
    }

    private static Standing read(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                row.getBoolean(4),
                Columns.text(row, 5),
                Columns.text(row, 6),
                Columns.text(row, 7));
    }
}
