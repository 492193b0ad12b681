package dev.parley.persistence.sqlite.legacy;

import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmTrackerSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a row's copy of its campaign contradicts the longest one. A shorter list of agreements is no contradiction: the
 * row was written earlier.
 */
final class Divergence {
    private static final Map<String, Function<Campaign, Object>> CAMPAIGN_FIELDS = campaignFields();

    private Divergence() {}

    /** What differs, in words and without content; empty if nothing does. */
    static Optional<String> between(CampaignSnapshot copy, CampaignSnapshot longest) {
        List<String> differences = new ArrayList<>();
        compareTrackers(copy.tracker(), longest.tracker(), differences);
        List<String> fields = CAMPAIGN_FIELDS.entrySet().stream()
                .filter(field -> !field.getValue()
                        .apply(copy.campaign())
                        .equals(field.getValue().apply(longest.campaign())))
                .map(Map.Entry::getKey)
                .toList();
        if (!fields.isEmpty()) {
            differences.add("campaign_json has another " + String.join(", ", fields));
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
    }

    private static void compareTrackers(CpmTrackerSnapshot copy, CpmTrackerSnapshot longest, List<String> differences) {
        List<CpmAgreement> agreements = copy.agreements();
        for (int i = 0; i < agreements.size(); i++) {
            if (!agreements.get(i).sameAs(longest.agreements().get(i))) {
                differences.add("cpm_tracker_json has another agreement at position " + i);
                break;
            }
        }
        if (!copy.target().equals(longest.target())) {
            differences.add("cpm_tracker_json has another target");
        }
        if (copy.totalInfluencers() != longest.totalInfluencers()) {
            differences.add("cpm_tracker_json has another total_influencers");
        }
    }

    private static Map<String, Function<Campaign, Object>> campaignFields() {
        Map<String, Function<Campaign, Object>> fields = new LinkedHashMap<>();
        fields.put("client_name", Campaign::clientName);
        fields.put("budget", Campaign::budget);
        fields.put("target_deliverables", Campaign::targetDeliverables);
        fields.put("influencers", Campaign::influencers);
        fields.put("cpm_range", Campaign::cpmRange);
        fields.put("platform", Campaign::platform);
        fields.put("timeline", Campaign::timeline);
        fields.put("created_at", Campaign::createdAt);
        fields.put("further structure", Campaign::attributes);
        return fields;
    }
}
