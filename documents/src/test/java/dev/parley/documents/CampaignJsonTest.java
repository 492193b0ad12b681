package dev.parley.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.campaign.CpmRange;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.campaign.Influencer;
import dev.parley.domain.campaign.Platform;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignJsonTest {
    private static final String JSON = """
            {"campaign_id":"c-1","client_name":"王小明\\n","budget":"25692.410","target_deliverables":"2 reels",
             "influencers":[{"name":"Zoë","platform":"youtube","engagement_rate":6.75,"fans":3},
                            {"name":"Zoë","platform":"vine","engagement_rate":null}],
             "cpm_range":{"min_cpm":20,"max_cpm":"30.70","currency":"EUR"},"platform":"tiktok","timeline":"TBD",
             "created_at":"2026-01-15T12:00:00Z","goals":null,"rights":{"days":[30,"90"]}}""";

    private static Campaign read(String json) {
        return CampaignJson.read(JsonText.parseObject("campaign", json), Dialect.PARLEY);
    }

    @Test
    void everyFieldAndAllFurtherStructureIsKept() {
        Campaign expected = new Campaign(
                new CampaignId("c-1"),
                "王小明\n",
                new BigDecimal("25692.410"),
                "2 reels",
                List.of(
                        new Influencer(
                                "Zoë",
                                Platform.YOUTUBE,
                                new EngagementRate(new BigDecimal("6.75")),
                                Attributes.of(Map.of("fans", 3))),
                        new Influencer("Zoë", new Platform("vine"), null, Attributes.empty())),
                new CpmRange(new Cpm(new BigDecimal("20")), new Cpm(new BigDecimal("30.70"))),
                Platform.TIKTOK,
                "TBD",
                Instant.parse("2026-01-15T12:00:00Z"),
                Attributes.empty()
                        .with("goals", null)
                        .with("rights", Map.of("days", Arrays.asList(30, "90")))
                        .with("cpm_range", Map.of("currency", "EUR")));

        assertEquals(expected, read(JSON));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"client_name\":\"王小明\\n\" | \"client_name\":\" \"       | client_name",
                "\"budget\":\"25692.410\"      | \"budget\":25692.41         | budget",
                "\"budget\":\"25692.410\"      | \"budget\":\"-1\"           | budget",
                "\"budget\":\"25692.410\"      | \"budget\":\"1,5\"          | budget",
                "\"budget\":\"25692.410\"      | \"budget\":null             | budget",
                "\"timeline\":\"TBD\"          | \"timeline\":7              | timeline",
                "\"min_cpm\":20                | \"min_cpm\":31              | min_cpm",
                "\"engagement_rate\":6.75      | \"engagement_rate\":\"x\"   | engagement_rate",
                "\"engagement_rate\":6.75      | \"engagement_rate\":-0.1    | engagement_rate",
                "\"fans\":3                    | \"fans\":3.5                | fans",
                "\"2026-01-15T12:00:00Z\"      | \"soon\"                    | created_at",
                "\"campaign_id\":\"c-1\"       | \"campaign\":\"c-1\"        | campaign_id"
            })
    void whatIsRefusedIsNamed(String good, String bad, String name) {
        assertTrue(JSON.contains(good), "the sample must be changed");
        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> read(JSON.replace(good, bad)));
        assertTrue(refused.getMessage().contains(name), refused.getMessage());
    }

    @Test
    void influencersAreStoredWithoutLoss() {
        List<Influencer> influencers = List.of(
                new Influencer(
                        "a\"b\\c\n",
                        Platform.TIKTOK,
                        new EngagementRate(new BigDecimal("4.20")),
                        Attributes.of(Map.of("name", "not the name", "rate", new BigDecimal("1.0")))),
                new Influencer("مها", Platform.YOUTUBE, null, Attributes.empty()));

        assertEquals(influencers, InfluencersJson.read("influencers", InfluencersJson.write(influencers)));
    }
}
