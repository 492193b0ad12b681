package dev.parley.cli.demo;

import dev.parley.application.AgreedTerms;
import dev.parley.domain.campaign.EngagementRate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was agreed, as a request says it. */
final class Terms {
    private Terms() {}

    static Map<String, @Nullable Object> plain(AgreedTerms terms) {
        EngagementRate rate = terms.engagementRate();
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("cpm", terms.cpm().amount().toString());
        plain.put("engagement_rate", rate == null ? null : rate.percent().toString());
        plain.put("impressions", terms.impressions());
        return plain;
    }
}
