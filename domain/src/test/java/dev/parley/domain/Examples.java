package dev.parley.domain;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.Campaign;
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
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.port.NamedStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Ordinary values that many tests start from. */
public final class Examples {
    public static final NegotiationId NEGOTIATION = new NegotiationId("n-1");
    public static final CampaignId CAMPAIGN = new CampaignId("c-1");
    public static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    public static final Instant LATER = NOON.plusSeconds(60);
    public static final Attributes CONTEXT = Attributes.of(Map.of("next_cpm", new BigDecimal("25.50")));

    private Examples() {}

    public static Negotiation opened() {
        return opened(NEGOTIATION);
    }

    public static Negotiation opened(NegotiationId id) {
        return Negotiation.open(id, CAMPAIGN, null, CONTEXT, NOON);
    }

    public static Negotiation after(NegotiationEvent... events) {
        return opened().on(List.of(events), LATER, null);
    }

    public static Negotiation agreed(NegotiationId id) {
        return opened(id)
                .on(
                        List.of(NegotiationEvent.SEND_OFFER, NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.ACCEPT),
                        LATER,
                        null);
    }

    public static Cpm cpm(String amount) {
        return new Cpm(new BigDecimal(amount));
    }

    public static CpmRange range(String min, String max) {
        return new CpmRange(cpm(min), cpm(max));
    }

    public static EngagementRate rate(String percent) {
        return new EngagementRate(new BigDecimal(percent));
    }

    public static CpmAgreement agreement(String negotiation, String cpm) {
        return CpmAgreement.negotiated(CAMPAIGN, new NegotiationId(negotiation), cpm(cpm), null, null);
    }

    public static NamedStep step(String key) {
        return new NamedStep(new IdempotencyKey(key), "digest of " + key);
    }

    public static OwedMessage owed(String id) {
        return OwedMessage.of(new OutboundMessage(new MessageId(id), NEGOTIATION, NOON, CONTEXT));
    }

    public static Influencer influencer(String name) {
        return new Influencer(name, Platform.TIKTOK, rate("4.2"), Attributes.empty());
    }

    public static Campaign campaign(CampaignId id) {
        return new Campaign(
                id,
                "Acme",
                new BigDecimal("5000.00"),
                "two reels",
                List.of(influencer("ana"), influencer("bo")),
                range("20", "30"),
                Platform.INSTAGRAM,
                "by June",
                NOON,
                Attributes.empty());
    }
}
