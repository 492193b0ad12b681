package dev.parley.testkit;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmRange;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.campaign.Influencer;
import dev.parley.domain.campaign.Platform;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.NamedStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plausible values, where a test does not care which. The same call gives an equal value each time. Thread-safe. */
public final class Fixtures {
    /** The campaign that the negotiations of these fixtures belong to, unless another is asked for. */
    public static final CampaignId CAMPAIGN = new CampaignId("spring");

    /** When campaigns are set up and negotiations are opened. */
    public static final Instant OPENED_AT = Instant.parse("2025-03-01T09:30:00.123456Z");

    private Fixtures() {}

    /** A campaign that aims at 20.00 to 30.00, wants ten influencers and has agreed with none. */
    public static CampaignSnapshot campaign(CampaignId id) {
        return CampaignSnapshot.fresh(
                new Campaign(
                        id,
                        "Acme",
                        new BigDecimal("5000.00"),
                        "one reel, two stories",
                        List.of(influencer("Ada"), influencer("Grace")),
                        new CpmRange(cpm("20.00"), cpm("30.00")),
                        Platform.INSTAGRAM,
                        "by the end of May",
                        OPENED_AT,
                        Attributes.empty()),
                10);
    }

    /** Somebody on Instagram with an engagement rate of 4.2 %. */
    public static Influencer influencer(String name) {
        return new Influencer(name, Platform.INSTAGRAM, new EngagementRate(new BigDecimal("4.2")), Attributes.empty());
    }

    /** A price, written as its digits. */
    public static Cpm cpm(String amount) {
        return new Cpm(new BigDecimal(amount));
    }

    /** What an orchestrator may keep with a negotiation. */
    public static Attributes context() {
        return Attributes.of(Map.of("next_cpm", new BigDecimal("25.50")));
    }

    /** A negotiation of {@link #CAMPAIGN} at {@link NegotiationState#INITIAL_OFFER}, on no thread yet. */
    public static Negotiation negotiation(String id) {
        return negotiation(id, CAMPAIGN, null);
    }

    /** A negotiation of some campaign at {@link NegotiationState#INITIAL_OFFER}, on a thread or on none yet. */
    public static Negotiation negotiation(String id, CampaignId campaign, @Nullable String thread) {
        return Negotiation.open(
                new NegotiationId(id), campaign, thread == null ? null : new ThreadId(thread), context(), OPENED_AT);
    }

    /** A negotiation of {@link #CAMPAIGN} that has come to a state on the shortest way, a minute after it was opened. */
    public static Negotiation negotiation(String id, NegotiationState state) {
        return negotiation(id).on(Steps.shortestWay(state), OPENED_AT.plusSeconds(60), "on the way");
    }

    /** The agreement that a negotiation reaches: a price, 4.2 % engagement and 120,000 impressions. */
    public static CpmAgreement agreement(NegotiationSnapshot negotiation, String cpm) {
        return CpmAgreement.negotiated(
                negotiation.campaignId(),
                negotiation.id(),
                cpm(cpm),
                new EngagementRate(new BigDecimal("4.2")),
                120_000L);
    }

    /** A message that a negotiation handled. */
    public static InboundMessage inbound(String id, NegotiationId negotiation) {
        return new InboundMessage(new MessageId(id), negotiation, OPENED_AT, text("We would do it for 27.50."));
    }

    /** A message that a negotiation owes. */
    public static OutboundMessage outbound(String id, NegotiationId negotiation) {
        return new OutboundMessage(new MessageId(id), negotiation, OPENED_AT, text("How about 25.50?"));
    }

    /** The name of a step, with a fingerprint that is the same for the same key. */
    public static NamedStep step(String key) {
        return new NamedStep(new IdempotencyKey(key), "content of " + key.hashCode());
    }

    private static Attributes text(String text) {
        return Attributes.of(Map.of("text", text));
    }
}
