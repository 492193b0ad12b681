package dev.parley.testkit;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmAgreement.Origin;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commits that are legal after those the model has taken, each with any parts a commit may have. */
final class RandomCommits {
    private final Dice dice;
    private final Model model;
    private Instant now = Fixtures.OPENED_AT;
    private int names;

    RandomCommits(Dice dice, Model model) {
        this.dice = dice;
        this.model = model;
    }

    Commit next() {
        now = now.plusMillis(1 + dice.below(100_000)).plusNanos(1_000L * dice.below(1_000));
        List<CampaignSnapshot> campaigns =
                model.campaigns().isEmpty() || dice.chance(10) ? List.of(campaign()) : List.of();
        List<CampaignSnapshot> known = new ArrayList<>(model.campaigns());
        known.addAll(campaigns);
        Map<NegotiationId, NegotiationChange> changes = new LinkedHashMap<>();
        for (int i = 1 + dice.below(3); i > 0; i--) {
            NegotiationChange change = change(dice.oneOf(known).id());
            changes.putIfAbsent(change.id(), change);
        }
        return whole(campaigns, List.copyOf(changes.values()));
    }

    private Commit whole(List<CampaignSnapshot> campaigns, List<NegotiationChange> changes) {
        List<CpmAgreement> agreements = changes.stream()
                .filter(NegotiationChange::reachesAgreement)
                .filter(change -> dice.chance(80))
                .map(change -> agreement(change.snapshot()))
                .toList();
        List<InboundMessage> handled = new ArrayList<>();
        List<OutboundMessage> owed = new ArrayList<>();
        for (int i = dice.below(3); i > 0; i--) {
            NegotiationId id = dice.oneOf(changes).id();
            handled.add(new InboundMessage(new MessageId(name("in")), id, now, dice.attributes()));
            owed.add(new OutboundMessage(new MessageId(name("out")), id, now, dice.attributes()));
        }
        IdempotencyKey key = changes.size() == 1 && dice.chance(50) ? new IdempotencyKey(name("step")) : null;
        return new Commit(campaigns, changes, agreements, handled, owed, key);
    }

    /** A new campaign with some imported agreements, or one that is known with one agreement more. */
    private CampaignSnapshot campaign() {
        if (!model.campaigns().isEmpty() && dice.chance(50)) {
            CampaignSnapshot known = dice.oneOf(model.campaigns());
            List<CpmAgreement> more = new ArrayList<>(known.tracker().agreements());
            more.add(imported(known.id()));
            return Agreed.with(more, known);
        }
        CampaignId id = new CampaignId(name("campaign"));
        return Agreed.campaign(id, dice.chance(50) ? List.of(imported(id), imported(id)) : List.of());
    }

    private CpmAgreement imported(CampaignId id) {
        names++;
        return new CpmAgreement(id, new Origin.Imported(names), Fixtures.cpm(names + ".50"), null, null);
    }

    /** What is booked for the negotiation already, from before it was deleted; or a new agreement. */
    private CpmAgreement agreement(NegotiationSnapshot negotiation) {
        CpmAgreement booked = model.booked(negotiation.campaignId()).get(new Origin.Negotiated(negotiation.id()));
        return booked == null ? Fixtures.agreement(negotiation, dice.below(50) + ".00") : booked;
    }

    private NegotiationChange change(CampaignId campaign) {
        List<Stored<NegotiationSnapshot>> stored = model.negotiations();
        if (stored.isEmpty() || dice.chance(30)) {
            return NegotiationChange.opened(open(campaign).snapshot());
        }
        Stored<NegotiationSnapshot> before = dice.oneOf(stored);
        Negotiation after = Negotiation.restore(before.value());
        for (int i = dice.below(4); i > 0 && !after.isTerminal(); i--) {
            after = after.on(List.of(event(after)), now, dice.chance(20) ? null : dice.oneOf(HostileContent.texts()));
        }
        if (after.threadId().isEmpty() && dice.chance(30)) {
            after = after.bind(new ThreadId(name("thread")), now);
        }
        if (dice.chance(50)) {
            after = after.withContext(List.of("", "plain"), dice.attributes(), now);
        }
        return NegotiationChange.changed(before, after.snapshot());
    }

    private Negotiation open(CampaignId campaign) {
        String id = dice.chance(30) ? "again " + dice.below(10) : name("negotiation");
        boolean taken = model.negotiations().stream()
                .anyMatch(one -> one.value().id().value().equals(id));
        ThreadId thread = dice.chance(50) ? new ThreadId(name("thread")) : null;
        return Negotiation.open(
                new NegotiationId(taken ? name("negotiation") : id), campaign, thread, dice.attributes(), now);
    }

    /** Endings are rarer than their share of the events, or most walks would be short. */
    private NegotiationEvent event(Negotiation negotiation) {
        List<NegotiationEvent> valid = List.copyOf(negotiation.validEvents());
        NegotiationEvent event = dice.oneOf(valid);
        boolean ends = event == NegotiationEvent.STOP || event == NegotiationEvent.REJECT;
        return ends ? dice.oneOf(valid) : event;
    }

    private String name(String kind) {
        names++;
        return kind + " " + names;
    }
}
