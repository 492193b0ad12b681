package dev.parley.persistence.postgresql.fault;

import dev.parley.crash.MailServer;
import dev.parley.domain.campaign.CampaignCpmTracker;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a store holds in the end, beside what the world outside of it knows: every contradiction is a line. */
final class Audit {
    private final NegotiationStore store;
    private final Ledger ledger;
    private final Post post;
    private final Map<NegotiationState, Integer> ends = new EnumMap<>(NegotiationState.class);
    private final Map<NegotiationId, Cpm> agreed = new HashMap<>();
    private final List<OwedMessage> owed = new ArrayList<>();
    private final List<String> contradictions = new ArrayList<>();
    private long steps;
    private long unheard;

    private Audit(NegotiationStore store, Ledger ledger, Post post) {
        this.store = store;
        this.ledger = ledger;
        this.post = post;
    }

    static Audit of(NegotiationStore store, Ledger ledger, Post post, Collection<NegotiationId> negotiations) {
        Audit audit = new Audit(store, ledger, post);
        audit.contradictions.addAll(ledger.contradictions());
        audit.contradictions.addAll(ledger.lost(store));
        negotiations.forEach(audit::negotiation);
        audit.campaign(store.findCampaign(Fixtures.CAMPAIGN).orElseThrow());
        audit.mail(post.mail());
        return audit;
    }

    private void negotiation(NegotiationId id) {
        Optional<Stored<NegotiationSnapshot>> found = store.find(id);
        if (found.isEmpty()) {
            contradictions.add("never opened: " + id);
            return;
        }
        Story story = new Story(found.get(), store.handledBy(id), store.owedBy(id));
        contradictions.addAll(story.contradictions());
        steps += story.names().size();
        unheard += story.names().stream()
                .filter(name -> !ledger.steps(id.value()).containsKey(name))
                .count();
        if (ledger.timesExpired(id.value()) > story.timeouts()) {
            contradictions.add("lost: " + id + " had expired more often");
        }
        for (String name : ledger.steps(id.value()).keySet()) {
            if (!story.names().contains(name)) {
                contradictions.add("lost: " + id + " " + name + " is not in the history");
            }
        }
        ends.merge(story.state(), 1, Integer::sum);
        if (story.state() == NegotiationState.AGREED) {
            agreed.put(id, Course.of(id).cpm());
        }
        owed.addAll(story.owed());
    }

    private void campaign(CampaignSnapshot campaign) {
        Map<NegotiationId, Cpm> booked = new HashMap<>();
        for (CpmAgreement agreement : campaign.tracker().agreements()) {
            NegotiationId id = agreement.negotiationId().orElseThrow();
            if (booked.put(id, agreement.cpm()) != null) {
                contradictions.add("agreement booked twice: " + id);
            }
        }
        if (!booked.equals(agreed)) {
            contradictions.add("agreements booked otherwise than agreed: " + booked + ", not " + agreed);
        }
        BigDecimal sum = agreed.values().stream().map(Cpm::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<BigDecimal> mean = agreed.isEmpty()
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(agreed.size()), new MathContext(28)));
        Optional<BigDecimal> running =
                CampaignCpmTracker.fromSnapshot(campaign.tracker()).runningAverageCpm();
        if (!running.map(BigDecimal::stripTrailingZeros).equals(mean.map(BigDecimal::stripTrailingZeros))) {
            contradictions.add("the tracker's mean is " + running + ", not " + mean);
        }
    }

    private void mail(MailServer mail) {
        contradictions.addAll(mail.contradictions(owed));
        if (mail.sent() != owed.size()) {
            contradictions.add(mail.sent() + " messages sent, and " + owed.size() + " owed");
        }
        for (String reply : post.replies().keySet()) {
            NegotiationId id = new NegotiationId(reply.substring(0, reply.indexOf("-reply-")));
            boolean handled = store.handledBy(id).stream()
                    .anyMatch(message -> message.id().value().equals(reply));
            if (handled == ledger.wasLate(reply)) {
                contradictions.add((handled ? "handled and said to be too late: " : "lost: reply ") + reply);
            }
        }
    }

    List<String> contradictions() {
        return contradictions;
    }

    /** How many steps the histories have, and how many of them nobody lived to acknowledge. */
    String figures() {
        return steps + " steps, " + unheard + " of them not acknowledged by who took them, " + ends + ", "
                + agreed.size() + " agreements booked once each";
    }
}
