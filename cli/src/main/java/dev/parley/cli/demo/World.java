package dev.parley.cli.demo;

import static dev.parley.domain.negotiation.NegotiationEvent.ACCEPT;
import static dev.parley.domain.negotiation.NegotiationEvent.ESCALATE;
import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.REJECT;
import static dev.parley.domain.negotiation.NegotiationEvent.RESUME;
import static dev.parley.domain.negotiation.NegotiationEvent.RESUME_COUNTER;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_COUNTER;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static dev.parley.domain.negotiation.NegotiationEvent.TIMEOUT;

import dev.parley.application.AgreedTerms;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.campaign.CpmRange;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The influencers, the humans and the orchestrator: decides what happens next to a negotiation. */
final class World {
    private static final int PERCENT = 100;

    /** What the influencer is expected to answer. */
    private static final Set<NegotiationEvent> ANSWERED = Set.of(SEND_OFFER, SEND_COUNTER, RESUME_COUNTER);

    private final RandomGenerator random;
    private final Scenery scenery;
    private final CpmRange target;
    private BigDecimal maxAllowed;

    World(RandomGenerator random, Scenery scenery, CpmRange target) {
        this.random = random;
        this.scenery = scenery;
        this.target = target;
        this.maxAllowed = target.max().amount();
    }

    /** Says what the campaign allows by now. */
    void mayOffer(BigDecimal most) {
        maxAllowed = most;
    }

    /**
     * What happens next.
     *
     * @param endingPercent how likely it is to end where it can; 0 keeps it alive
     */
    Ask next(Entry entry, int endingPercent) {
        Negotiation negotiation = entry.negotiation();
        if (negotiation == null) {
            return new Ask.Open(
                    entry.id, Scenery.CAMPAIGN, chance(10) ? thread(entry.id) : null, scenery.context(offer(0)));
        }
        if (negotiation.validEvents().contains(PAUSE) && chance(8)) {
            return new Ask.Trigger(PAUSE, cause());
        }
        if (endingPercent > 0 && chance(3)) {
            return new Ask.Trigger(STOP, cause());
        }
        boolean end = chance(endingPercent);
        return switch (negotiation.state()) {
            case INITIAL_OFFER -> advance(negotiation, SEND_OFFER);
            case AWAITING_REPLY, COUNTER_SENT -> afterOffer(negotiation, end);
            case COUNTER_RECEIVED -> afterReply(negotiation, end);
            case ESCALATED -> advance(negotiation, end ? REJECT : RESUME_COUNTER);
            case STALE -> advance(negotiation, end ? REJECT : RECEIVE_REPLY);
            case PAUSED -> new Ask.Trigger(RESUME, cause());
            case AGREED, REJECTED, STOPPED -> throw new IllegalStateException(entry.id + " has ended");
        };
    }

    private Ask afterOffer(Negotiation negotiation, boolean end) {
        if (negotiation.threadId().isEmpty()) {
            // The mail provider names the thread once the first message is out.
            return new Ask.Bind(thread(negotiation.id()));
        }
        if (end && chance(50)) {
            return advance(negotiation, RECEIVE_REPLY, ACCEPT);
        }
        if (chance(15)) {
            return advance(negotiation, RECEIVE_REPLY, SEND_COUNTER);
        }
        return advance(negotiation, chance(12) ? TIMEOUT : RECEIVE_REPLY);
    }

    private Ask afterReply(Negotiation negotiation, boolean end) {
        if (end) {
            return advance(negotiation, chance(60) ? ACCEPT : REJECT);
        }
        if (chance(5)) {
            return advance(negotiation);
        }
        return advance(negotiation, chance(12) ? ESCALATE : SEND_COUNTER);
    }

    private Ask advance(Negotiation negotiation, NegotiationEvent... events) {
        List<NegotiationEvent> all = List.of(events);
        Attributes put = Attributes.empty()
                .with("last_words", scenery.words())
                .with("next_cpm", offer(negotiation.roundCount()))
                .with("asked_cpm", asked(negotiation.roundCount()));
        List<String> keys = new ArrayList<>(negotiation.context().asMap().keySet());
        Set<String> remove = chance(10) ? Set.of(scenery.pick(keys)) : Set.of();
        boolean waits = !all.isEmpty() && ANSWERED.contains(all.get(all.size() - 1));
        return new Ask.Advance(
                all,
                remove,
                put,
                cause(),
                all.contains(ACCEPT) ? terms(negotiation) : null,
                waits && chance(80) ? scenery.deadline() : null);
    }

    private AgreedTerms terms(Negotiation negotiation) {
        EngagementRate rate = chance(70) ? new EngagementRate(scenery.engagement()) : null;
        Long impressions = chance(60) ? 1_000 + random.nextLong(1_000_000) : null;
        return new AgreedTerms(new Cpm(offer(negotiation.roundCount())), rate, impressions);
    }

    /** Ours rises with the rounds, up to what the campaign's earlier agreements allow. */
    private BigDecimal offer(int round) {
        int percent = Math.min(PERCENT, 20 * round + random.nextInt(20));
        return scenery.between(target.min().amount(), maxAllowed, percent);
    }

    /** Theirs falls. */
    private BigDecimal asked(int round) {
        BigDecimal most = target.max().amount();
        return scenery.between(most.add(most), most, Math.min(PERCENT, 15 * round + random.nextInt(15)));
    }

    private @Nullable String cause() {
        return chance(30) ? null : scenery.words();
    }

    private static ThreadId thread(NegotiationId id) {
        return new ThreadId("thread of " + id);
    }

    private boolean chance(int percent) {
        return random.nextInt(PERCENT) < percent;
    }
}
