package dev.parley.persistence.rows;

/**
 * A row of {@code parley_history_blocks}.
 *
 * @param block which block of the history, from 0
 * @param entries as {@link dev.parley.documents.HistoryJson} writes them
 */
public record HistoryBlockRow(int block, String entries) {
    /** How many entries a block has. */
    public static final int SIZE = 12;

    /**
     * The checksum of the content and of where it belongs.
     *
     * @param negotiationId the negotiation it belongs to
     */
    public long checksum(String negotiationId) {
        return Checksum.of(negotiationId, block, entries);
    }
}
