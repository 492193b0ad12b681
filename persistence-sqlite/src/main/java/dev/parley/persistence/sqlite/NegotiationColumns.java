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
    /** One text for all small columns: each column costs a call through JNI, and those took half of a start-up. */
    static final String ALL = "context, "
            + JoinedFields.sql(
                    "position",
                    "negotiation_id",
                    "campaign_id",
                    "thread_id",
                    "state",
                    "active",
                    "agreement_missing",
                    "round_count",
                    "reply_due_at",
                    "expires_at",
                    "revision",
                    "history_length",
                    "created_at",
                    "updated_at",
                    "latest_history",
                    "checksum",
                    "context_checksum");

    private static final String BLOCKS = """
            SELECT block, entries, checksum FROM parley_history_blocks WHERE negotiation = ? ORDER BY block""";

    private static final String BLOCKS_OF_ALL = """
            SELECT block, entries, checksum, negotiation FROM parley_history_blocks
            WHERE negotiation IN (SELECT value FROM json_each(?)) ORDER BY negotiation, block""";

    private NegotiationColumns() {}

    static StoredNegotiation read(ResultSet row) throws SQLException {
        JoinedFields fields = new JoinedFields(Columns.utf8(row, 2).text());
        long position = fields.number();
        String negotiationId = fields.text();
        String campaignId = fields.text();
        String threadId = fields.optionalText();
        String state = fields.text();
        boolean active = fields.number() != 0;
        boolean agreementMissing = fields.number() != 0;
        int roundCount = (int) fields.number();
        String replyDueAt = fields.optionalText();
        String expiresAt = fields.optionalText();
        long revision = fields.number();
        int historyLength = (int) fields.number();
        NegotiationRow content = new NegotiationRow(
                negotiationId,
                campaignId,
                threadId,
                state,
                active,
                roundCount,
                replyDueAt,
                expiresAt,
                historyLength,
                fields.text(),
                fields.text(),
                fields.text());
        return new StoredNegotiation(
                position, content, Columns.utf8(row, 1), revision, agreementMissing, fields.number(), fields.number());
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
        return new StoredHistory.Block(
                new HistoryBlockRow(row.getInt(1), Columns.utf8(row, 2).text()), row.getLong(3));
    }
}
