package dev.parley.application;

import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.campaign.EngagementRate;
import org.jspecify.annotations.Nullable;

/**
 * What a negotiation ends in when both sides agree.
 *
 * @param cpm the price
 * @param engagementRate the influencer's, or null where it is not known
 * @param impressions the views bought, above zero, or null where none were named
 */
public record AgreedTerms(
        Cpm cpm,
        @Nullable EngagementRate engagementRate,
        @Nullable Long impressions) {
    /** A price alone. */
    public static AgreedTerms at(Cpm cpm) {
        return new AgreedTerms(cpm, null, null);
    }
}
