package dev.parley.persistence.sqlite;

import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.persistence.rows.NegotiationRow;
import dev.parley.persistence.rows.stored.StoredHistory;
import dev.parley.persistence.rows.stored.StoredNegotiation;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a negotiation and the blocks of its history stand in columns. */
final class NegotiationColumns {
    static final String ALL = "position, negotiation_id, campaign_id, thread_id, state, active, agreement_missing,"
            + " round_count, reply_due_at, expires_at, revision, history_length, created_at, updated_at, latest_history,"
            + " checksum, context, context_checksum";

    private static final String BLOCKS = """
            SELECT block, entries, checksum FROM parley_history_blocks WHERE negotiation = ? ORDER BY block""";

    private static final String BLOCKS_OF_ALL = """
            SELECT block, entries, checksum, negotiation FROM parley_history_blocks
            WHERE negotiation IN (SELECT value FROM json_each(?)) ORDER BY negotiation, block""";

    private NegotiationColumns() {}

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

    static StoredHistory history(Session session, StoredNegotiation negotiation) throws SQLException {
        return negotiation.hasBlocks() ? mended(session, negotiation) : new StoredHistory(negotiation.row(), List.of());
    }

    /** The history of a row that does not know yet how long it is. */
    static StoredHistory mended(Session session, StoredNegotiation negotiation) throws SQLException {
        return new StoredHistory(
                negotiation.row(), session.query(BLOCKS, NegotiationColumns::block, negotiation.position()));
    }

    /** The histories of some negotiations, in their order, by one query for the blocks of all. */
    static List<StoredHistory> histories(Session session, List<StoredNegotiation> negotiations) throws SQLException {
        String positions = negotiations.stream()
                .filter(StoredNegotiation::hasBlocks)
                .map(negotiation -> Long.toString(negotiation.position()))
                .collect(Collectors.joining(",", "[", "]"));
        Map<Long, List<StoredHistory.Block>> blocks = new HashMap<>();
        for (Placed placed : session.query(BLOCKS_OF_ALL, Placed::read, positions)) {
            blocks.computeIfAbsent(placed.negotiation(), position -> new ArrayList<>())
                    .add(placed.block());
        }
        return negotiations.stream()
                .map(negotiation ->
                        new StoredHistory(negotiation.row(), blocks.getOrDefault(negotiation.position(), List.of())))
                .toList();
    }

    private record Placed(StoredHistory.Block block, long negotiation) {
        static Placed read(ResultSet row) throws SQLException {
            return new Placed(NegotiationColumns.block(row), row.getLong(4));
        }
    }

    private static StoredHistory.Block block(ResultSet row) throws SQLException {
        return new StoredHistory.Block(new HistoryBlockRow(row.getInt(1), Columns.text(row, 2)), row.getLong(3));
    }
}
