package dev.parley.domain.campaign;

import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.value.InvalidValueException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A campaign together with its tracker: what a store saves and gives back.
 *
 * @param campaign what the client wants
 * @param tracker what was agreed so far
 */
public record CampaignSnapshot(Campaign campaign, CpmTrackerSnapshot tracker) {
    /**
     * @throws InvalidValueException if the tracker belongs to another campaign
     */
    public CampaignSnapshot {
        if (!campaign.id().equals(tracker.campaignId())) {
            throw new InvalidValueException(
                    "tracker", "belongs to campaign " + tracker.campaignId() + ", not to " + campaign.id());
        }
    }

    /**
     * A campaign in which nothing is agreed yet; its target is its CPM range.
     *
     * @param totalInfluencers how many influencers it wants in all; zero or more
     */
    public static CampaignSnapshot fresh(Campaign campaign, int totalInfluencers) {
        return new CampaignSnapshot(
                campaign, new CpmTrackerSnapshot(campaign.id(), campaign.cpmRange(), totalInfluencers, List.of()));
    }

    /** Which campaign. */
    public CampaignId id() {
        return campaign.id();
    }

    /** Whether another snapshot was registered with the same content, whatever was agreed since. */
    public boolean sameRegistrationAs(CampaignSnapshot other) {
        return campaign.equals(other.campaign)
                && tracker.target().equals(other.tracker.target())
                && tracker.totalInfluencers() == other.tracker.totalInfluencers();
    }

    /** Whether another is equal and has the keys of its attributes in the same order, too. */
    public boolean isIdenticalTo(CampaignSnapshot other) {
        List<Influencer> influencers = campaign.influencers();
        return equals(other)
                && campaign.attributes().isIdenticalTo(other.campaign.attributes())
                && IntStream.range(0, influencers.size())
                        .allMatch(i -> influencers
                                .get(i)
                                .attributes()
                                .isIdenticalTo(
                                        other.campaign.influencers().get(i).attributes()));
    }
}
