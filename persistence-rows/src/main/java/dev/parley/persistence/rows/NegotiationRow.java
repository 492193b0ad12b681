package dev.parley.persistence.rows;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code parley_negotiations}, all but the context, which most often stays when the rest changes.
 *
 * @param active whether the state is not terminal, for the partial index
 * @param expiresAt when TIMEOUT is due, in a form that sorts; null where it is not
 * @param historyLength how long the history is
 * @param latestHistory the history since the last full block, as {@link dev.parley.documents.HistoryJson} writes it
 */
public record NegotiationRow(
        String negotiationId,
        String campaignId,
        @Nullable String threadId,
        String state,
        boolean active,
        int roundCount,
        @Nullable String replyDueAt,
        @Nullable String expiresAt,
        int historyLength,
        String createdAt,
        String updatedAt,
        String latestHistory) {
    /**
     * The checksum of this content and of what only the store knows.
     *
     * @param agreementMissing whether it has agreed without booking an agreement
     */
    public long checksum(long revision, boolean agreementMissing) {
        return content(revision, agreementMissing).checksum();
    }

    /** A new row, all of it: the content, revision and agreement missing among it, then context and its checksum. */
    public Cells cells(long revision, boolean agreementMissing, String context) {
        return content(revision, agreementMissing).sealed().and(context, contextChecksum(context));
    }

    /** What a change may write, but for the context: all that is not fixed when a negotiation is opened. */
    public Cells changeable(long revision, boolean agreementMissing) {
        return Cells.of(
                threadId,
                state,
                active,
                agreementMissing,
                roundCount,
                replyDueAt,
                expiresAt,
                revision,
                historyLength,
                updatedAt,
                latestHistory,
                checksum(revision, agreementMissing));
    }

    private Cells content(long revision, boolean agreementMissing) {
        return Cells.of(
                negotiationId,
                campaignId,
                threadId,
                state,
                active,
                agreementMissing,
                roundCount,
                replyDueAt,
                expiresAt,
                revision,
                historyLength,
                createdAt,
                updatedAt,
                latestHistory);
    }

    /** The checksum of a context that belongs to this row. */
    public long contextChecksum(String context) {
        return Checksum.of(negotiationId, context);
    }

    /** The checksum of a context that belongs to this row, as it is stored. */
    public long contextChecksum(Utf8 context) {
        return Checksum.of(negotiationId, context);
    }

    /** This row under what was fixed when the negotiation was opened, and with another end of its history. */
    public NegotiationRow continuing(String openedCampaignId, String openedAt, String history) {
        return new NegotiationRow(
                negotiationId,
                openedCampaignId,
                threadId,
                state,
                active,
                roundCount,
                replyDueAt,
                expiresAt,
                historyLength,
                openedAt,
                updatedAt,
                history);
    }
}
