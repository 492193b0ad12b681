package dev.parley.persistence.sqlite.legacy;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmAgreement.Origin;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.port.CampaignStore;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.sqlite.legacy.LegacyDatabase.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The campaigns that a store lacks, or that lack agreements there. For one thread at a time. */
final class MissingCampaigns {
    private final List<CampaignSnapshot> missing = new ArrayList<>();
    private final Set<CampaignId> unreadable = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private MissingCampaigns() {}

    static MissingCampaigns of(List<CampaignSnapshot> campaigns, CampaignStore store) {
        MissingCampaigns missing = new MissingCampaigns();
        for (CampaignSnapshot campaign : campaigns) {
            try {
                missing.compare(campaign, store.findCampaign(campaign.id()));
            } catch (UnreadableException damaged) {
                missing.unreadable.add(campaign.id());
                missing.report(campaign, "is in the store and cannot be read there; repair it, then import again");
            }
        }
        return missing;
    }

    /** What to hand to the store: it books the agreements it lacks, and leaves the rest as it is. */
    List<CampaignSnapshot> missing() {
        return missing;
    }

    boolean isUnreadable(CampaignId id) {
        return unreadable.contains(id);
    }

    List<Finding> findings() {
        return findings;
    }

    private void compare(CampaignSnapshot campaign, Optional<CampaignSnapshot> registered) {
        if (registered.isEmpty()) {
            missing.add(campaign);
        } else if (!registered.get().sameRegistrationAs(campaign)) {
            report(campaign, "is registered with other content, which stands; its agreements were not imported");
        } else {
            compareAgreements(campaign, registered.get());
        }
    }

    /** All of the agreements or none: of two lists that contradict each other no mixture is true. */
    private void compareAgreements(CampaignSnapshot campaign, CampaignSnapshot registered) {
        Map<Origin, CpmAgreement> booked = new HashMap<>();
        registered.tracker().agreements().forEach(agreement -> booked.put(agreement.origin(), agreement));
        boolean lacksSome = false;
        for (CpmAgreement agreement : campaign.tracker().agreements()) {
            CpmAgreement standing = booked.get(agreement.origin());
            if (standing != null && !standing.sameAs(agreement)) {
                report(campaign, "has booked another " + agreement.origin() + ", which stands; none was imported");
                return;
            }
            lacksSome |= standing == null;
        }
        if (lacksSome) {
            missing.add(campaign);
        }
    }

    private void report(CampaignSnapshot campaign, String reason) {
        findings.add(new Finding("campaign " + campaign.id(), reason, false));
    }
}
