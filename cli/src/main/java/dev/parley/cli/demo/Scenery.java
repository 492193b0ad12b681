package dev.parley.cli.demo;

import dev.parley.documents.CampaignJson;
import dev.parley.documents.Dialect;
import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the world is made of: people, platforms and words that a store may trip over. */
final class Scenery {
    static final CampaignId CAMPAIGN = new CampaignId("demo-campaign");

    private static final String TOTAL = "total_influencers";

    private static final List<String> NAMES =
            List.of("Zoë Müller", "王小明", "مها", "🎥 Vlogs", "O'Brien; DROP TABLE x;--", "a\"b\\c\nd", "Jane Creator");
    private static final List<String> PLATFORMS = List.of("instagram", "tiktok", "youtube");
    private static final List<String> WORDS = List.of(
            "Sounds good, but…", "❤️‍🔥 love it!", "Can we do 2 reels?\r\nBest, Z.", "再考虑一下", "\u0000 tab\there", "ok");

    private final RandomGenerator random;

    Scenery(RandomGenerator random) {
        this.random = random;
    }

    NegotiationId negotiation(int number) {
        return new NegotiationId("demo-" + number + (number % 5 == 0 ? "-é" : ""));
    }

    /** A campaign of some influencers as a program writes one, with structure that Parley does not know. */
    JsonObject campaign(int influencers) {
        List<Map<String, @Nullable Object>> people = new ArrayList<>();
        for (int i = 0; i < influencers; i++) {
            Map<String, @Nullable Object> person = new LinkedHashMap<>();
            person.put("name", pick(NAMES));
            person.put("platform", pick(PLATFORMS));
            person.put(
                    "engagement_rate",
                    random.nextInt(4) == 0 ? null : engagement().toString());
            people.add(person);
        }
        Map<String, @Nullable Object> campaign = new LinkedHashMap<>();
        campaign.put("campaign_id", CAMPAIGN.value());
        campaign.put("client_name", pick(NAMES));
        campaign.put("budget", "250000.00");
        campaign.put("target_deliverables", "2 reels, 1 story");
        campaign.put("influencers", people);
        campaign.put("cpm_range", Map.of("min_cpm", "18.5", "max_cpm", "31.250"));
        campaign.put("platform", "instagram");
        campaign.put("timeline", "30 days");
        campaign.put("created_at", "2026-01-15T12:00:00.123456Z");
        campaign.put(TOTAL, influencers);
        campaign.put("usage_rights", Map.of("paid_usage", Map.of("days", 90, "share", Map.of("$decimal", "0.10"))));
        // Through the text and back, so that both sides read the same.
        return JsonText.parseObject("campaign", JsonText.write(campaign));
    }

    /** A campaign as both sides know it once it is registered. */
    static CampaignSnapshot registered(JsonObject campaign) {
        return CampaignSnapshot.fresh(
                CampaignJson.read(campaign.without(List.of(TOTAL)), Dialect.PARLEY), campaign.integer(TOTAL));
    }

    Attributes context(BigDecimal firstCpm) {
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        context.put("influencer_name", pick(NAMES));
        context.put("next_cpm", firstCpm);
        context.put("average_views", random.nextLong(1_000_000_000_000L));
        context.put("$tag", List.of("first", 2, Map.of("deep", Arrays.asList(words(), null, new BigDecimal("1E-7")))));
        context.put("agency_name", null);
        context.put("product_offered", random.nextBoolean());
        return Attributes.of(context);
    }

    String words() {
        return pick(WORDS) + " " + random.nextInt(1_000);
    }

    /** Some time that is far from over, to the microsecond. */
    Instant deadline() {
        return Instant.parse("2100-01-01T00:00:00Z").plus(random.nextLong(1_000_000_000_000L), ChronoUnit.MICROS);
    }

    BigDecimal engagement() {
        return BigDecimal.valueOf(random.nextInt(900), 2);
    }

    /** An amount some part of the way from one to another, with two to four digits behind the point. */
    BigDecimal between(BigDecimal from, BigDecimal to, int percent) {
        BigDecimal part = to.subtract(from).multiply(BigDecimal.valueOf(percent, 2));
        return from.add(part).setScale(2 + random.nextInt(3), RoundingMode.HALF_EVEN);
    }

    <T> T pick(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }
}
