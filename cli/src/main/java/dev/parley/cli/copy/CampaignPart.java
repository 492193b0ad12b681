package dev.parley.cli.copy;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmTrackerSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Campaigns with what was agreed in them. An ordinary commit registers them as they are. */
final class CampaignPart implements Part<CampaignSnapshot> {
    @Override
    public String name(CampaignSnapshot campaign) {
        return "campaign " + campaign.id();
    }

    @Override
    public Page<CampaignSnapshot> page(CopyableStore store, PageRequest request) {
        return store.campaigns(request);
    }

    @Override
    public Optional<CampaignSnapshot> find(CopyableStore store, CampaignSnapshot like) {
        return store.findCampaign(like.id());
    }

    @Override
    public boolean isIdentical(CampaignSnapshot one, CampaignSnapshot other) {
        return one.isIdenticalTo(other);
    }

    /** Negotiations that only the destination has may have agreed as well. */
    @Override
    public boolean holds(CampaignSnapshot there, CampaignSnapshot copied) {
        Set<CpmAgreement> agreed = new HashSet<>(copied.tracker().agreements());
        List<CpmAgreement> kept =
                there.tracker().agreements().stream().filter(agreed::contains).toList();
        CpmTrackerSnapshot tracker = there.tracker();
        return copied.isIdenticalTo(new CampaignSnapshot(
                there.campaign(),
                new CpmTrackerSnapshot(tracker.campaignId(), tracker.target(), tracker.totalInfluencers(), kept)));
    }

    @Override
    public String difference(CampaignSnapshot copied, CampaignSnapshot there) {
        return copied.sameRegistrationAs(there)
                ? "other agreements are booked there, or in another order"
                : "it is registered there with other content";
    }

    @Override
    public int write(CopyableStore destination, List<CampaignSnapshot> campaigns) {
        int written = 0;
        for (CampaignSnapshot campaign : campaigns) {
            boolean there = destination
                    .findCampaign(campaign.id())
                    .filter(stands -> holds(stands, campaign))
                    .isPresent();
            if (!there) {
                destination.commit(Commit.of(campaign));
                written++;
            }
        }
        return written;
    }
}
