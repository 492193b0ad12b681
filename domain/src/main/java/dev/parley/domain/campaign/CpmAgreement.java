package dev.parley.domain.campaign;

import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.value.InvalidValueException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact: a campaign's negotiation ended at this price. It is booked once and never changed; deleting the negotiation
 * leaves it in place.
 *
 * @param campaignId the campaign it counts for
 * @param origin what identifies it within the campaign
 * @param cpm the price agreed
 * @param engagementRate the influencer's, or null where it is not known
 * @param impressions the views bought, above zero, or null where none were named
 */
public record CpmAgreement(
        CampaignId campaignId,
        Origin origin,
        Cpm cpm,
        @Nullable EngagementRate engagementRate,
        @Nullable Long impressions) {
    /**
     * @throws InvalidValueException if the impressions are zero or negative
     */
    public CpmAgreement {
        if (impressions != null && impressions <= 0) {
            throw new InvalidValueException("impressions", "must be above zero; leave them out where unknown");
        }
    }

    /** What identifies an agreement within its campaign. */
    public sealed interface Origin {
        /** The agreement that one of the campaign's negotiations reached. */
        record Negotiated(NegotiationId negotiationId) implements Origin {
            @Override
            public String toString() {
                return "negotiation " + negotiationId;
            }
        }

        /**
         * An agreement taken over from a system that did not note the negotiation.
         *
         * @param position its place in the list it was found in, from 0
         */
        record Imported(int position) implements Origin {
            /**
             * @throws InvalidValueException if the position is negative
             */
            public Imported {
                if (position < 0) {
                    throw new InvalidValueException("position", "must not be negative");
                }
            }

            @Override
            public String toString() {
                return "imported agreement " + position;
            }
        }
    }

    /** The agreement that a negotiation of Parley's own reached. */
    public static CpmAgreement negotiated(
            CampaignId campaignId,
            NegotiationId negotiationId,
            Cpm cpm,
            @Nullable EngagementRate engagementRate,
            @Nullable Long impressions) {
        return new CpmAgreement(campaignId, new Origin.Negotiated(negotiationId), cpm, engagementRate, impressions);
    }

    /** The negotiation that reached it; empty if it was imported. */
    public Optional<NegotiationId> negotiationId() {
        return origin instanceof Origin.Negotiated negotiated
                ? Optional.of(negotiated.negotiationId())
                : Optional.empty();
    }

    /** Whether another agreement of the same origin says the same, numbers compared by value. */
    public boolean sameAs(CpmAgreement other) {
        return campaignId.equals(other.campaignId)
                && origin.equals(other.origin)
                && cpm.sameAs(other.cpm)
                && sameRate(engagementRate, other.engagementRate)
                && Objects.equals(impressions, other.impressions);
    }

    private static boolean sameRate(@Nullable EngagementRate one, @Nullable EngagementRate other) {
        if (one == null || other == null) {
            return Objects.equals(one, other);
        }
        return one.sameAs(other);
    }
}
