package dev.parley.testkit.lie;

import dev.parley.domain.campaign.AgreementConflictException;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.port.Commit;
import dev.parley.testkit.desk.Agreed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stores that do not keep agreements as they were booked. */
final class BrokenAgreements {
    private BrokenAgreements() {}

    /** Keeps the latest agreement of a negotiation. */
    static final class OverwritesAgreements extends ForwardingStore {
        private final Map<CpmAgreement.Origin, CpmAgreement> latest = new HashMap<>();

        @Override
        public void commit(Commit commit) {
            try {
                sound.commit(commit);
            } catch (AgreementConflictException conflict) {
                latest.put(conflict.refused().origin(), conflict.refused());
                sound.commit(withoutAgreements(commit));
            }
        }

        private static Commit withoutAgreements(Commit commit) {
            List<CampaignSnapshot> campaigns = commit.campaigns().stream()
                    .map(campaign -> Agreed.with(List.of(), campaign))
                    .toList();
            return new Commit(
                    campaigns,
                    commit.changes(),
                    List.of(),
                    commit.handled(),
                    commit.owed(),
                    commit.deliveries(),
                    commit.step());
        }

        @Override
        CampaignSnapshot reading(CampaignSnapshot stored) {
            return Agreed.with(
                    stored.tracker().agreements().stream()
                            .map(booked -> latest.getOrDefault(booked.origin(), booked))
                            .toList(),
                    stored);
        }
    }

    /** Has no column for the impressions that an agreement buys. */
    static final class LosesImpressions extends ForwardingStore {
        @Override
        CampaignSnapshot reading(CampaignSnapshot stored) {
            return Agreed.with(
                    stored.tracker().agreements().stream()
                            .map(it ->
                                    new CpmAgreement(it.campaignId(), it.origin(), it.cpm(), it.engagementRate(), null))
                            .toList(),
                    stored);
        }
    }
}
