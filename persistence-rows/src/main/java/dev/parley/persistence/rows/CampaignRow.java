package dev.parley.persistence.rows;

/**
 * A row of {@code parley_campaigns}.
 *
 * @param influencers a JSON document
 * @param attributes a JSON document
 */
public record CampaignRow(
        String campaignId,
        String clientName,
        String budget,
        String targetDeliverables,
        String influencers,
        String minCpm,
        String maxCpm,
        String platform,
        String timeline,
        String createdAt,
        String attributes,
        String targetMinCpm,
        String targetMaxCpm,
        int totalInfluencers) {
    /** The checksum of the content. */
    public long checksum() {
        return content().checksum();
    }

    /** All of it. */
    public Cells cells() {
        return content().sealed();
    }

    private Cells content() {
        return Cells.of(
                campaignId,
                clientName,
                budget,
                targetDeliverables,
                influencers,
                minCpm,
                maxCpm,
                platform,
                timeline,
                createdAt,
                attributes,
                targetMinCpm,
                targetMaxCpm,
                totalInfluencers);
    }
}
