package dev.parley.application;

import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.campaign.CampaignCpmTracker;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmFlexibility;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The campaigns and what each may still offer. Nothing is cached: every answer is the store's. Thread-safe if the
 * store is; the store's exceptions pass through.
 */
public final class Campaigns {
    private final NegotiationStore store;

    /**
     * @param store where campaigns are kept; the caller closes it
     */
    public Campaigns(NegotiationStore store) {
        this.store = store;
    }

    /**
     * Registers a campaign. When this returns it is durable. Registering the same again is fine.
     *
     * @param totalInfluencers how many influencers the campaign wants in all, zero or more
     * @return the campaign as it stands, with what was agreed so far
     * @throws dev.parley.domain.port.CampaignConflictException if it is registered with other content
     */
    public CampaignSnapshot register(Campaign campaign, int totalInfluencers) {
        store.commit(Commit.of(CampaignSnapshot.fresh(campaign, totalInfluencers)));
        return required(campaign.id());
    }

    /** A campaign as it stands. */
    public Optional<CampaignSnapshot> find(CampaignId id) {
        return store.findCampaign(id);
    }

    /** The campaigns in the order they were registered, a page at a time. */
    public Page<CampaignSnapshot> list(PageRequest page) {
        return store.campaigns(page);
    }

    /**
     * How far above target the next offer of a campaign may go, counting every agreement that was acknowledged.
     *
     * @param engagementRate the influencer's engagement, or null where it is not known
     * @throws CampaignNotFoundException if the campaign is not registered
     */
    public CpmFlexibility flexibility(CampaignId id, @Nullable EngagementRate engagementRate) {
        return CampaignCpmTracker.fromSnapshot(required(id).tracker()).flexibilityFor(engagementRate);
    }

    private CampaignSnapshot required(CampaignId id) {
        return store.findCampaign(id).orElseThrow(() -> new CampaignNotFoundException(id));
    }
}
