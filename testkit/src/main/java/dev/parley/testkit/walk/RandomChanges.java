package dev.parley.testkit.walk;

import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.desk.HostileContent;
import java.time.Instant;
import java.util.List;

/** What may become of one negotiation next: it is opened, steps, binds its thread, gets a deadline or another context. */
final class RandomChanges {
    private final Dice dice;
    private final Model model;

    RandomChanges(Dice dice, Model model) {
        this.dice = dice;
        this.model = model;
    }

    NegotiationChange next(CampaignId campaign, Instant now) {
        List<Stored<NegotiationSnapshot>> stored = model.negotiations();
        if (stored.isEmpty() || dice.chance(30)) {
            return NegotiationChange.opened(open(campaign, now).snapshot());
        }
        return of(dice.oneOf(stored), now);
    }

    private NegotiationChange of(Stored<NegotiationSnapshot> before, Instant now) {
        Negotiation after = Negotiation.restore(before.value());
        for (int i = dice.below(4); i > 0 && !after.isTerminal(); i--) {
            after = after.on(List.of(event(after)), now, dice.chance(20) ? null : dice.oneOf(HostileContent.texts()));
        }
        if (after.threadId().isEmpty() && dice.chance(30)) {
            after = after.bind(new ThreadId(dice.name("thread")), now);
        }
        if (after.snapshot().machine().awaitsReply() && dice.chance(60)) {
            after = after.withReplyDue(dice.chance(20) ? null : now.plusSeconds(dice.below(2_000) - 500L), now);
        }
        if (dice.chance(50)) {
            after = after.withContext(List.of("", "plain"), dice.attributes(), now);
        }
        return NegotiationChange.changed(before, after.snapshot());
    }

    private Negotiation open(CampaignId campaign, Instant now) {
        String id = dice.chance(30) ? "again " + dice.below(10) : dice.name("negotiation");
        boolean taken = model.find(new NegotiationId(id)).isPresent();
        ThreadId thread = dice.chance(50) ? new ThreadId(dice.name("thread")) : null;
        return Negotiation.open(
                new NegotiationId(taken ? dice.name("negotiation") : id), campaign, thread, dice.attributes(), now);
    }

    /** Endings are rarer than their share of the events, or most walks would be short. */
    private NegotiationEvent event(Negotiation negotiation) {
        List<NegotiationEvent> valid = List.copyOf(negotiation.validEvents());
        NegotiationEvent event = dice.oneOf(valid);
        boolean ends = event == NegotiationEvent.STOP || event == NegotiationEvent.REJECT;
        return ends ? dice.oneOf(valid) : event;
    }
}
