package dev.parley.persistence.rows.stored;

/** What is stored of a negotiation that a change of it must agree with or keep. */
public record Standing(
        long position,
        long revision,
        int historyLength,
        boolean agreementMissing,
        String campaignId,
        String createdAt,
        String latestHistory) {}
