package dev.parley.domain.campaign;

import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.value.InvalidValueException;
import java.util.List;

/**
 * All there is to know about a campaign's tracker at one moment.
 *
 * @param campaignId the campaign it tracks
 * @param target the CPMs aimed at
 * @param totalInfluencers how many influencers the campaign wants in all; zero or more, and no limit to the agreements
 * @param agreements what was agreed, in the order it was booked
 */
public record CpmTrackerSnapshot(
        CampaignId campaignId, CpmRange target, int totalInfluencers, List<CpmAgreement> agreements) {
    /**
     * @throws InvalidValueException if the total is negative, or an agreement belongs to another campaign
     */
    public CpmTrackerSnapshot {
        if (totalInfluencers < 0) {
            throw new InvalidValueException("total_influencers", "must not be negative");
        }
        agreements = List.copyOf(agreements);
        agreements.forEach(agreement -> requireOwn(campaignId, agreement));
    }

    static void requireOwn(CampaignId campaignId, CpmAgreement agreement) {
        if (!agreement.campaignId().equals(campaignId)) {
            throw new InvalidValueException(
                    "agreements", "has one of campaign " + agreement.campaignId() + " in the tracker of " + campaignId);
        }
    }
}
