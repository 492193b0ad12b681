package dev.parley.persistence.rows.stored;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.rows.AgreementRow;
import dev.parley.persistence.rows.CampaignRow;
import dev.parley.persistence.rows.mapping.Mappers;
import java.util.List;

/** A row of {@code parley_campaigns} with what only the store knows of it. */
public record StoredCampaign(long position, CampaignRow row, long checksum) implements Paging.Positioned {
    /** An agreement's row with the checksum it was found with. */
    public record Agreement(AgreementRow row, long checksum) {
        private boolean checksumMatches() {
            return checksum == row.checksum();
        }
    }

    @Override
    public long characters() {
        return (long) row.influencers().length() + row.attributes().length();
    }

    /**
     * What it means.
     *
     * @param agreements what was booked in it, in that order
     * @throws UnreadableException if it or one of its agreements cannot be read
     */
    public CampaignSnapshot snapshot(List<Agreement> agreements) {
        boolean intact = checksum == row.checksum() && agreements.stream().allMatch(Agreement::checksumMatches);
        return Unreadable.read(
                Unreadable.CAMPAIGN,
                position,
                row.campaignId(),
                intact,
                () -> Mappers.CAMPAIGNS.toSnapshot(
                        row, agreements.stream().map(Agreement::row).toList()));
    }
}
