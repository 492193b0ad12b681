package dev.parley.cli.demo;

import dev.parley.domain.campaign.CampaignCpmTracker;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What commits that are not written yet would change about what a store answers. */
final class UnwrittenCommits {
    private UnwrittenCommits() {}

    /** Refuses what the store would refuse, as far as one well-behaved writer can cause it. */
    static void requireCurrent(Commit commit, NegotiationStore store) {
        for (NegotiationChange change : commit.changes()) {
            Optional<Stored<NegotiationSnapshot>> stored = store.find(change.id());
            if (change.isNew()) {
                requireNew(change, stored.isPresent(), store);
            } else {
                long revision = stored.orElseThrow(() -> new NegotiationNotFoundException(change.id()))
                        .revision();
                if (revision != change.decidedOn()) {
                    throw new StaleRevisionException(change.id(), change.decidedOn(), revision);
                }
            }
        }
    }

    private static void requireNew(NegotiationChange change, boolean present, NegotiationStore store) {
        if (present) {
            throw new NegotiationAlreadyExistsException(change.id());
        }
        CampaignId campaignId = change.snapshot().campaignId();
        if (store.findCampaign(campaignId).isEmpty()) {
            throw new CampaignNotFoundException(campaignId);
        }
    }

    static Optional<Stored<NegotiationSnapshot>> latest(
            Collection<Commit> unwritten, Predicate<NegotiationChange> wanted) {
        return unwritten.stream()
                .flatMap(commit -> commit.changes().stream())
                .filter(wanted)
                .reduce((earlier, later) -> later)
                .map(change -> new Stored<>(change.snapshot(), change.newRevision()));
    }

    static Optional<CampaignSnapshot> withAgreements(
            Collection<Commit> unwritten, CampaignId id, Optional<CampaignSnapshot> written) {
        Stream<CampaignSnapshot> registered = unwritten.stream()
                .flatMap(commit -> commit.campaigns().stream())
                .filter(campaign -> campaign.id().equals(id));
        return written.or(registered::findFirst).map(campaign -> {
            CampaignCpmTracker tracker = CampaignCpmTracker.fromSnapshot(campaign.tracker());
            for (Commit commit : unwritten) {
                for (CpmAgreement agreement : commit.agreements()) {
                    tracker = agreement.campaignId().equals(id) ? tracker.recordAgreement(agreement) : tracker;
                }
            }
            return new CampaignSnapshot(campaign.campaign(), tracker.snapshot());
        });
    }
}
