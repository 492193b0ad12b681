package dev.parley.domain.campaign;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.value.ExactDecimal;
import dev.parley.domain.value.Text;
import dev.parley.domain.value.Timestamps;
import dev.parley.domain.value.ValueTooLargeException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What a client wants to buy. A campaign is registered once and then stays as it is; what changes is its {@link
 * CampaignCpmTracker}.
 *
 * @param id which campaign
 * @param clientName who pays; not blank
 * @param budget the money there is, in the campaign's currency; zero or more
 * @param targetDeliverables what is to be made, in words; not blank
 * @param influencers whom to ask, in order; the same one may stand there twice. At most {@link #MAX_INFLUENCERS}, whose
 *     attributes take at most {@link Attributes#MAX_BYTES} together
 * @param cpmRange the CPMs aimed at
 * @param platform where to publish
 * @param timeline by when, in words; not blank
 * @param createdAt when the campaign was set up, to the microsecond
 * @param attributes any further structure, kept as it is
 */
public record Campaign(
        CampaignId id,
        String clientName,
        BigDecimal budget,
        String targetDeliverables,
        List<Influencer> influencers,
        CpmRange cpmRange,
        Platform platform,
        String timeline,
        Instant createdAt,
        Attributes attributes) {
    /** How many influencers a campaign may have: 10,000. */
    public static final int MAX_INFLUENCERS = 10_000;

    /**
     * @throws dev.parley.domain.value.InvalidValueException if a text is blank, the budget negative or a value beyond
     *     its limits
     */
    public Campaign {
        Text.required("client_name", clientName);
        ExactDecimal.nonNegative("budget", budget);
        Text.required("target_deliverables", targetDeliverables);
        influencers = List.copyOf(influencers);
        requireRoom(influencers);
        Text.required("timeline", timeline);
        createdAt = Timestamps.micros("created_at", createdAt);
    }

    private static void requireRoom(List<Influencer> influencers) {
        if (influencers.size() > MAX_INFLUENCERS) {
            throw new ValueTooLargeException(
                    "influencers", "are " + influencers.size() + ", at most " + MAX_INFLUENCERS + " are allowed");
        }
        long bytes = influencers.stream()
                .mapToLong(influencer -> influencer.attributes().encodedSize())
                .sum();
        if (bytes > Attributes.MAX_BYTES) {
            throw new ValueTooLargeException(
                    "influencers",
                    "have attributes of " + bytes + " bytes together, at most " + Attributes.MAX_BYTES
                            + " are allowed; keep large texts elsewhere and store a reference");
        }
    }
}
