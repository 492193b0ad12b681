package dev.parley.persistence.rows.stored;

import dev.parley.documents.HistoryJson;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.persistence.rows.NegotiationRow;
import java.util.ArrayList;
import java.util.List;

/** The history of one negotiation as it is stored: full blocks, and the latest entries in the negotiation's own row. */
public record StoredHistory(NegotiationRow row, List<Block> blocks) {
    /** A block with the checksum it was found with. */
    public record Block(HistoryBlockRow row, long checksum) {}

    /** Whether every block is as it was written. */
    public boolean checksumsMatch() {
        return blocks.stream().allMatch(block -> block.checksum() == block.row().checksum(row.negotiationId()));
    }

    /**
     * What it means.
     *
     * @throws InvalidValueException if it means nothing, or an entry is missing
     */
    public List<HistoryEntry> entries() {
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
    public List<HistoryEntry> decoded() {
        List<String> texts = new ArrayList<>(blocks.size() + 1);
        for (Block block : blocks) {
            texts.add(block.row().entries());
        }
        texts.add(row.latestHistory());
        return HistoryJson.read("history", texts);
    }
}
