package dev.parley.persistence.rows;

import dev.parley.documents.HistoryJson;
import dev.parley.domain.negotiation.HistoryEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a stored history when entries are appended: it is never written anew, but continued as it stands.
 *
 * @param filled the blocks that are full by it
 * @param latest the entries since the last full block
 */
public record PackedHistory(List<HistoryBlockRow> filled, String latest) {
    /**
     * Continues a history.
     *
     * @param known how many entries it had
     * @param latest those of them since the last full block, as they are stored
     * @param appended the entries that follow
     */
    public static PackedHistory of(int known, String latest, List<HistoryEntry> appended) {
        List<HistoryBlockRow> filled = new ArrayList<>();
        String text = latest;
        int length = known;
        for (int taken = 0; taken < appended.size(); ) {
            int room = HistoryBlockRow.SIZE - length % HistoryBlockRow.SIZE;
            List<HistoryEntry> next = appended.subList(taken, Math.min(taken + room, appended.size()));
            text = HistoryJson.join(text, HistoryJson.write(next));
            taken += next.size();
            length += next.size();
            if (length % HistoryBlockRow.SIZE == 0) {
                filled.add(new HistoryBlockRow(length / HistoryBlockRow.SIZE - 1, text));
                text = HistoryJson.NO_ENTRIES;
            }
        }
        return new PackedHistory(List.copyOf(filled), text);
    }
}
