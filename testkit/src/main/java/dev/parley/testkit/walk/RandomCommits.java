package dev.parley.testkit.walk;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmAgreement.Origin;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.desk.Agreed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commits that are legal after those the model has taken, each with any parts a commit may have. */
final class RandomCommits {
    private final Dice dice;
    private final Model model;
    private final RandomChanges changes;
    private final RandomDeliveries deliveries;

    RandomCommits(Dice dice, Model model) {
        this.dice = dice;
        this.model = model;
        this.deliveries = new RandomDeliveries(dice, model.outbox);
        this.changes = new RandomChanges(dice, model);
    }

    Commit next(Instant now) {
        List<CampaignSnapshot> campaigns =
                model.campaigns().isEmpty() || dice.chance(10) ? List.of(campaign()) : List.of();
        List<CampaignSnapshot> known = new ArrayList<>(model.campaigns());
        known.addAll(campaigns);
        Map<NegotiationId, NegotiationChange> changed = new LinkedHashMap<>();
        for (int i = 1 + dice.below(3); i > 0; i--) {
            NegotiationChange change = changes.next(dice.oneOf(known).id(), now);
            changed.putIfAbsent(change.id(), change);
        }
        return whole(campaigns, List.copyOf(changed.values()), now);
    }

    /** A commit of deliveries alone, or of nothing where nothing is owed. */
    Commit delivering(Instant now) {
        return Commit.of(List.of(), List.of()).withDeliveries(deliveries.some(4, now));
    }

    private Commit whole(List<CampaignSnapshot> campaigns, List<NegotiationChange> changed, Instant now) {
        List<CpmAgreement> agreements = changed.stream()
                .filter(NegotiationChange::reachesAgreement)
                .filter(change -> dice.chance(80))
                .map(change -> agreement(change.snapshot()))
                .toList();
        List<InboundMessage> handled = new ArrayList<>();
        List<OutboundMessage> owed = new ArrayList<>();
        for (int i = dice.below(3); i > 0; i--) {
            NegotiationId id = dice.oneOf(changed).id();
            handled.add(new InboundMessage(new MessageId(dice.name("in")), id, now, dice.attributes()));
            Instant since = dice.chance(70) ? now : deliveries.soon(now);
            owed.add(new OutboundMessage(new MessageId(dice.name("out")), id, since, dice.attributes()));
        }
        NamedStep step = changed.size() == 1 && dice.chance(50) ? Fixtures.step(dice.name("step")) : null;
        return new Commit(campaigns, changed, agreements, handled, owed, deliveries.some(2, now), step);
    }

    /** A new campaign with some imported agreements, or one that is known with one agreement more. */
    private CampaignSnapshot campaign() {
        if (!model.campaigns().isEmpty() && dice.chance(50)) {
            CampaignSnapshot known = dice.oneOf(model.campaigns());
            List<CpmAgreement> more = new ArrayList<>(known.tracker().agreements());
            more.add(imported(known.id()));
            return Agreed.with(more, known);
        }
        CampaignId id = new CampaignId(dice.name("campaign"));
        return Agreed.campaign(id, dice.chance(50) ? List.of(imported(id), imported(id)) : List.of());
    }

    private CpmAgreement imported(CampaignId id) {
        int number = dice.number();
        return new CpmAgreement(id, new Origin.Imported(number), Fixtures.cpm(number + ".50"), null, null);
    }

    /** What is booked for the negotiation already, from before it was deleted; or a new agreement. */
    private CpmAgreement agreement(NegotiationSnapshot negotiation) {
        CpmAgreement booked = model.booked(negotiation.campaignId()).get(new Origin.Negotiated(negotiation.id()));
        return booked == null ? Fixtures.agreement(negotiation, dice.below(50) + ".00") : booked;
    }
}
