package dev.parley.testkit.desk;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmTrackerSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import java.util.List;

/** The step in which a negotiation ends in an agreement. */
public final class Agreed {
    private Agreed() {}

    /** Opens a negotiation, brings it to its agreement and commits that. */
    public static CpmAgreement to(String cpm, String id, Desk desk) {
        Commit step = step(cpm, desk.openAt(NegotiationState.COUNTER_RECEIVED, id));
        desk.store().commit(step);
        return step.agreements().get(0);
    }

    /** What accepts a price in a negotiation at {@link NegotiationState#COUNTER_RECEIVED}. */
    public static Commit step(String cpm, Stored<NegotiationSnapshot> before) {
        NegotiationChange accepted = Steps.events(before, NegotiationEvent.ACCEPT);
        return Commit.of(accepted).withAgreements(List.of(Fixtures.agreement(accepted.snapshot(), cpm)));
    }

    /** What opens a negotiation that was agreed on before, with its agreement. */
    public static Commit opened(String cpm, String id) {
        NegotiationSnapshot agreed =
                Fixtures.negotiation(id, NegotiationState.AGREED).snapshot();
        return Commit.of(List.of(Fixtures.campaign(Fixtures.CAMPAIGN)), List.of(NegotiationChange.opened(agreed)))
                .withAgreements(List.of(Fixtures.agreement(agreed, cpm)));
    }

    /** {@link Fixtures#CAMPAIGN} with agreements that are registered along with it. */
    public static CampaignSnapshot campaign(List<CpmAgreement> agreements) {
        return campaign(Fixtures.CAMPAIGN, agreements);
    }

    public static CampaignSnapshot campaign(CampaignId id, List<CpmAgreement> agreements) {
        return with(agreements, Fixtures.campaign(id));
    }

    public static CampaignSnapshot with(List<CpmAgreement> agreements, CampaignSnapshot campaign) {
        CpmTrackerSnapshot tracker = campaign.tracker();
        return new CampaignSnapshot(
                campaign.campaign(),
                new CpmTrackerSnapshot(campaign.id(), tracker.target(), tracker.totalInfluencers(), agreements));
    }
}
