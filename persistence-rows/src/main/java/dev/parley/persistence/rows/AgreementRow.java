package dev.parley.persistence.rows;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code parley_agreements}.
 *
 * @param negotiationId the negotiation that reached it; null for an imported one
 * @param importedPosition where an imported one stood; null for the others
 */
public record AgreementRow(
        String campaignId,
        @Nullable String negotiationId,
        @Nullable Integer importedPosition,
        String cpm,
        @Nullable String engagementRate,
        @Nullable Long impressions) {
    /** The checksum of the content. */
    public long checksum() {
        return Checksum.of(campaignId, negotiationId, importedPosition, cpm, engagementRate, impressions);
    }

    /** All of it, the campaign last: a store may look for it by that. */
    public Cells cells() {
        return Cells.of(negotiationId, importedPosition, cpm, engagementRate, impressions, checksum(), campaignId);
    }
}
