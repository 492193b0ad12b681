package dev.parley.persistence.postgresql;

import dev.parley.persistence.postgresql.jdbc.Row;
import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.persistence.rows.NegotiationRow;
import dev.parley.persistence.rows.stored.StoredHistory;
import dev.parley.persistence.rows.stored.StoredNegotiation;
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
            WHERE negotiation = ANY (?::bigint[]) ORDER BY negotiation, block""";

    private NegotiationColumns() {}

    static StoredNegotiation read(Row row) throws SQLException {
        return new StoredNegotiation(
                row.number(1),
                new NegotiationRow(
                        row.text(2),
                        row.text(3),
                        row.textOrNull(4),
                        row.text(5),
                        row.flag(6),
                        row.integer(8),
                        row.textOrNull(9),
                        row.textOrNull(10),
                        row.integer(12),
                        row.text(13),
                        row.text(14),
                        row.text(15)),
                row.document(17),
                row.number(11),
                row.flag(7),
                row.number(16),
                row.number(18));
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
                .collect(Collectors.joining(",", "{", "}"));
        Map<Long, List<StoredHistory.Block>> blocks = new HashMap<>();
        if (positions.length() > 2) {
            for (Placed placed : session.query(BLOCKS_OF_ALL, Placed::read, positions)) {
                blocks.computeIfAbsent(placed.negotiation(), position -> new ArrayList<>())
                        .add(placed.block());
            }
        }
        return negotiations.stream()
                .map(negotiation ->
                        new StoredHistory(negotiation.row(), blocks.getOrDefault(negotiation.position(), List.of())))
                .toList();
    }

    private record Placed(StoredHistory.Block block, long negotiation) {
        static Placed read(Row row) throws SQLException {
            return new Placed(NegotiationColumns.block(row), row.number(4));
        }
    }

    private static StoredHistory.Block block(Row row) throws SQLException {
        return new StoredHistory.Block(new HistoryBlockRow(row.integer(1), row.text(2)), row.number(3));
    }
}
