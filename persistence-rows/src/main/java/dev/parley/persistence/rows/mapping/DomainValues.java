package dev.parley.persistence.rows.mapping;

import dev.parley.documents.AttributesJson;
import dev.parley.documents.InfluencersJson;
import dev.parley.documents.InstantText;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.campaign.Influencer;
import dev.parley.domain.campaign.Platform;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.value.ExactDecimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** How each of the domain's values stands in a column. Decimals and instants are text, codes are the domain's own. */
final class DomainValues {
    String text(NegotiationId id) {
        return id.value();
    }

    NegotiationId negotiationId(String text) {
        return new NegotiationId(text);
    }

    String text(CampaignId id) {
        return id.value();
    }

    CampaignId campaignId(String text) {
        return new CampaignId(text);
    }

    String text(ThreadId id) {
        return id.value();
    }

    ThreadId threadId(String text) {
        return new ThreadId(text);
    }

    String text(MessageId id) {
        return id.value();
    }

    MessageId messageId(String text) {
        return new MessageId(text);
    }

    String text(IdempotencyKey key) {
        return key.value();
    }

    IdempotencyKey idempotencyKey(String text) {
        return new IdempotencyKey(text);
    }

    String text(DeliveryState state) {
        return state.code();
    }

    DeliveryState deliveryState(String code) {
        return DeliveryState.fromCode(code);
    }

    String text(NegotiationState state) {
        return state.code();
    }

    NegotiationState state(String code) {
        return NegotiationState.fromCode(code);
    }

    String text(NegotiationEvent event) {
        return event.code();
    }

    NegotiationEvent event(String code) {
        return NegotiationEvent.fromCode(code);
    }

    String text(Instant instant) {
        return InstantText.write(instant);
    }

    Instant instant(String text) {
        return InstantText.parse("stored time", text);
    }

    String text(BigDecimal decimal) {
        return decimal.toString();
    }

    BigDecimal decimal(String text) {
        return ExactDecimal.parse("stored decimal", text);
    }

    String text(Cpm cpm) {
        return text(cpm.amount());
    }

    Cpm cpm(String text) {
        return new Cpm(decimal(text));
    }

    String text(EngagementRate rate) {
        return text(rate.percent());
    }

    EngagementRate engagementRate(String text) {
        return new EngagementRate(decimal(text));
    }

    String text(Platform platform) {
        return platform.code();
    }

    Platform platform(String text) {
        return new Platform(text);
    }

    String text(Attributes attributes) {
        return AttributesJson.write(attributes);
    }

    Attributes attributes(String json) {
        return AttributesJson.read("stored attributes", json);
    }

    String text(List<Influencer> influencers) {
        return InfluencersJson.write(influencers);
    }

    List<Influencer> influencers(String json) {
        return InfluencersJson.read("influencers", json);
    }
}
