package dev.parley.persistence.sqlite.row;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code parley_negotiations}.
 *
 * @param active whether the state is not terminal, for the partial index
 * @param expiresAt when TIMEOUT is due, in a form that sorts; null where it is not
 * @param historyLength how many rows of {@code parley_transitions} belong to it
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
        String context,
        String createdAt,
        String updatedAt) {
    /**
     * The checksum of this content and of what only the store knows.
     *
     * @param agreementMissing whether it has agreed without booking an agreement
     */
    public long checksum(long revision, boolean agreementMissing) {
        return Checksum.of(
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
                context,
                createdAt,
                updatedAt);
    }

    /** This row under what was fixed when the negotiation was opened. */
    public NegotiationRow openedAs(String openedCampaignId, String openedAt) {
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
                context,
                openedAt,
                updatedAt);
    }
}
