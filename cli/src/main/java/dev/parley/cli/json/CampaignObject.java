package dev.parley.cli.json;

import dev.parley.domain.campaign.CampaignCpmTracker;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmFlexibility;
import dev.parley.domain.campaign.CpmRange;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.identity.NegotiationId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A campaign with its tracker as the batch protocol and the commands show it. Decimals are strings. */
public final class CampaignObject {
    private CampaignObject() {}

    /**
     * The campaign as a JSON object.
     *
     * @param rates the engagement rates to show the flexibility for, after the one without a rate
     */
    public static Map<String, @Nullable Object> of(CampaignSnapshot campaign, List<EngagementRate> rates) {
        CampaignCpmTracker tracker = CampaignCpmTracker.fromSnapshot(campaign.tracker());
        CpmRange target = campaign.tracker().target();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("campaign_id", campaign.id().value());
        object.put("client_name", campaign.campaign().clientName());
        object.put("budget", campaign.campaign().budget().toString());
        object.put("target_min_cpm", target.min().amount().toString());
        object.put("target_max_cpm", target.max().amount().toString());
        object.put("total_influencers", campaign.tracker().totalInfluencers());
        object.put(
                "agreements",
                tracker.agreements().stream().map(CampaignObject::agreement).toList());
        object.put(
                "running_average_cpm",
                tracker.runningAverageCpm().map(BigDecimal::toString).orElse(null));
        object.put(
                "effective_cpm",
                tracker.effectiveCpm().map(BigDecimal::toString).orElse(null));
        object.put("flexibility", flexibility(tracker, rates));
        return object;
    }

    private static Map<String, @Nullable Object> agreement(CpmAgreement agreement) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("cpm", agreement.cpm().amount().toString());
        object.put("engagement_rate", percent(agreement.engagementRate()));
        object.put(
                "negotiation_id",
                agreement.negotiationId().map(NegotiationId::value).orElse(null));
        return object;
    }

    private static List<Map<String, @Nullable Object>> flexibility(
            CampaignCpmTracker tracker, List<EngagementRate> rates) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        all.add(flexibility(tracker.flexibilityFor(null)));
        rates.forEach(rate -> all.add(flexibility(tracker.flexibilityFor(rate))));
        return all;
    }

    private static Map<String, @Nullable Object> flexibility(CpmFlexibility flexibility) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("engagement_rate", percent(flexibility.engagementRate()));
        object.put("target_cpm", flexibility.targetCpm().toString());
        object.put("max_allowed_cpm", flexibility.maxAllowedCpm().toString());
        object.put("budget_premium", flexibility.budgetPremium().toString());
        object.put("engagement_premium", flexibility.engagementPremium().toString());
        object.put("hard_cap", flexibility.hardCap().toString());
        object.put("capped", flexibility.capped());
        object.put("reason", flexibility.reason());
        return object;
    }

    private static @Nullable String percent(@Nullable EngagementRate rate) {
        return rate == null ? null : rate.percent().toString();
    }
}
