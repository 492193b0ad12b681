package dev.parley.persistence.sqlite;

import dev.parley.documents.HistoryJson;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.row.HistoryBlockRow;
import dev.parley.persistence.sqlite.row.NegotiationRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The history of one negotiation as it is stored: full blocks, and the latest entries in the negotiation's own row. */
record StoredHistory(NegotiationRow row, List<Block> blocks) {
    private static final String BLOCKS = """
            SELECT block, entries, checksum FROM parley_history_blocks WHERE negotiation = ? ORDER BY block""";

    /** Most histories have no full block, and are read with their row. */
    static StoredHistory of(Session session, StoredNegotiation negotiation) throws SQLException {
        boolean hasBlocks = negotiation.row().historyLength() >= HistoryBlockRow.SIZE;
        return hasBlocks ? mended(session, negotiation) : new StoredHistory(negotiation.row(), List.of());
    }

    /** The history of a row that does not know yet how long it is. */
    static StoredHistory mended(Session session, StoredNegotiation negotiation) throws SQLException {
        return new StoredHistory(negotiation.row(), session.query(BLOCKS, Block::read, negotiation.position()));
    }

    boolean checksumsMatch() {
        return blocks.stream().allMatch(block -> block.checksum() == block.row().checksum(row.negotiationId()));
    }

    /**
     * What it means.
     *
     * @throws InvalidValueException if it means nothing, or an entry is missing
     */
    List<HistoryEntry> entries() {
        List<HistoryEntry> entries = decoded();
        if (entries.size() != row.historyLength()) {
            throw new InvalidValueException(
                    "history", "has " + entries.size() + " entries instead of " + row.historyLength());
        }
        return entries;
    }

    /**
     * What stands in it, whether or not that is all.
     *
     * @throws InvalidValueException if it means nothing
     */
    List<HistoryEntry> decoded() {
        List<String> texts = new ArrayList<>(blocks.size() + 1);
        for (Block block : blocks) {
            texts.add(block.row().entries());
        }
        texts.add(row.latestHistory());
        return HistoryJson.read("history", texts);
    }

    record Block(HistoryBlockRow row, long checksum) {
        static Block read(ResultSet row) throws SQLException {
            return new Block(new HistoryBlockRow(row.getInt(1), Columns.text(row, 2)), row.getLong(3));
        }
    }
}
