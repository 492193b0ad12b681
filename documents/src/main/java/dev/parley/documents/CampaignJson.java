package dev.parley.documents;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.campaign.CpmRange;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.campaign.Platform;
import dev.parley.domain.identity.CampaignId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as orchestrators write it in JSON. What is not one of the campaign's own fields is kept in its {@linkplain
 * Campaign#attributes attributes}. Thread-safe.
 */
public final class CampaignJson {
    private static final String CPM_RANGE = "cpm_range";
    private static final Set<String> RANGE_FIELDS = Set.of("min_cpm", "max_cpm");
    private static final Set<String> FIELDS = Set.of(
            "campaign_id",
            "client_name",
            "budget",
            "target_deliverables",
            "influencers",
            CPM_RANGE,
            "platform",
            "timeline",
            "created_at");

    private CampaignJson() {}

    /**
     * Reads a campaign. Money is text or a whole number; an engagement rate may be any JSON number.
     *
     * @throws dev.parley.domain.value.InvalidValueException if a field is missing or refused; the message names it
     */
    public static Campaign read(JsonObject object, Dialect dialect) {
        JsonObject range = object.object(CPM_RANGE);
        return new Campaign(
                new CampaignId(object.text("campaign_id")),
                object.text("client_name"),
                object.decimal("budget", dialect),
                object.text("target_deliverables"),
                object.objects("influencers").stream()
                        .map(influencer -> InfluencersJson.flat(influencer, dialect))
                        .toList(),
                range(range.decimal("min_cpm", dialect), range.decimal("max_cpm", dialect)),
                new Platform(object.text("platform")),
                object.text("timeline"),
                object.instant("created_at"),
                furtherStructure(object, range, dialect));
    }

    /** An {@code engagement_rate} of an object, or null. */
    public static @Nullable EngagementRate engagementRate(JsonObject object, Dialect dialect) {
        BigDecimal percent = object.optionalDecimal("engagement_rate", dialect);
        return percent == null ? null : new EngagementRate(percent);
    }

    private static CpmRange range(BigDecimal min, BigDecimal max) {
        return new CpmRange(new Cpm(min), new Cpm(max));
    }

    private static Attributes furtherStructure(JsonObject object, JsonObject range, Dialect dialect) {
        Attributes attributes = AttributesJson.fromPlain(object.without(FIELDS), dialect);
        JsonObject rangeRest = range.without(List.copyOf(RANGE_FIELDS));
        return rangeRest.values().isEmpty()
                ? attributes
                : attributes.with(CPM_RANGE, AttributesJson.fromPlain(rangeRest, dialect));
    }
}
