package dev.parley.domain.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.Examples;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.ValueTooLargeException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignTest {
    @Test
    void namesMayHaveNewlinesAndAnyScript() {
        Campaign campaign = campaign(
                "\u6f22\u5b57\nGmbH \ud83d\ude00", "0.00", "\u0627\u0644\u0639", "\u00e9t\u00e9\r\n2025", List.of());

        assertEquals("\u6f22\u5b57\nGmbH \ud83d\ude00", campaign.clientName());
        assertEquals("\u0627\u0644\u0639", campaign.targetDeliverables());
        assertEquals("\u00e9t\u00e9\r\n2025", campaign.timeline());
        assertEquals("Ana\nMaria", Examples.influencer("Ana\nMaria").name());
    }

    @Test
    void theSameInfluencerMayStandThereTwice() {
        Influencer ana = Examples.influencer("ana");

        assertEquals(
                List.of(ana, ana),
                campaign("Acme", "1", "reels", "June", List.of(ana, ana)).influencers());
    }

    @Test
    void aCampaignMayHaveNoInfluencersAndNoMoney() {
        Campaign campaign = campaign("Acme", "0.00", "reels", "June", List.of());

        assertEquals(List.of(), campaign.influencers());
        assertEquals(new BigDecimal("0.00"), campaign.budget());
    }

    @ParameterizedTest
    @CsvSource({"' ', reels, June, client_name", "Acme, '', June, target_deliverables", "Acme, reels, '\n', timeline"})
    void blankTextIsRefused(String client, String deliverables, String timeline, String subject) {
        List<Influencer> influencers = List.of();

        InvalidValueException refused = assertThrows(
                InvalidValueException.class, () -> campaign(client, "1", deliverables, timeline, influencers));

        assertEquals(subject + ": is required and must not be blank", refused.getMessage());
    }

    @Test
    void aNegativeBudgetIsRefused() {
        List<Influencer> influencers = List.of();

        InvalidValueException refused = assertThrows(
                InvalidValueException.class, () -> campaign("Acme", "-0.01", "reels", "June", influencers));

        assertEquals("budget: must not be negative", refused.getMessage());
    }

    @Test
    void tenThousandInfluencersAreAcceptedAndOneMoreIsNot() {
        List<Influencer> most = Collections.nCopies(10_000, Examples.influencer("ana"));
        List<Influencer> more = Collections.nCopies(10_001, Examples.influencer("ana"));

        assertEquals(most, campaign("Acme", "1", "reels", "June", most).influencers());
        ValueTooLargeException refused =
                assertThrows(ValueTooLargeException.class, () -> campaign("Acme", "1", "reels", "June", more));
        assertEquals("influencers: are 10001, at most 10000 are allowed", refused.getMessage());
    }

    @Test
    void allInfluencersTogetherHaveAttributesOfOneMebibyte() {
        Influencer half = withAttributesOf(Attributes.MAX_BYTES / 2);
        List<Influencer> most = List.of(half, half);
        List<Influencer> more = List.of(half, withAttributesOf(Attributes.MAX_BYTES / 2 + 1));

        assertEquals(most, campaign("Acme", "1", "reels", "June", most).influencers());
        ValueTooLargeException refused =
                assertThrows(ValueTooLargeException.class, () -> campaign("Acme", "1", "reels", "June", more));
        assertEquals(
                "influencers: have attributes of 1048577 bytes together, at most 1048576 are allowed; keep large texts"
                        + " elsewhere and store a reference",
                refused.getMessage());
    }

    private static Influencer withAttributesOf(int bytes) {
        int frame = "{\"k\":\"\"}".length();
        return new Influencer("ana", Platform.TIKTOK, null, Attributes.of(Map.of("k", "x".repeat(bytes - frame))));
    }

    @Test
    void theInfluencersAreCopied() {
        List<Influencer> given = new ArrayList<>(List.of(Examples.influencer("ana")));
        Campaign campaign = campaign("Acme", "1", "reels", "June", given);

        given.clear();

        assertEquals(List.of(Examples.influencer("ana")), campaign.influencers());
    }

    @Test
    void theTimeIsCutToTheMicrosecond() {
        assertEquals(
                Instant.parse("2025-03-01T12:00:00.123456Z"),
                campaign("Acme", "1", "reels", "June", List.of()).createdAt());
    }

    @Test
    void anInfluencerNeedsAName() {
        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> Examples.influencer("\t"));

        assertEquals("influencer name: is required and must not be blank", refused.getMessage());
    }

    @Test
    void anInfluencersEngagementMayBeUnknown() {
        Influencer ana = new Influencer("ana", Platform.YOUTUBE, null, Attributes.empty());

        assertEquals(null, ana.engagementRate());
    }

    @Test
    void anyPlatformIsWelcomeThatHasAName() {
        assertEquals("threads", new Platform("threads").code());
        assertEquals(
                List.of("instagram", "tiktok", "youtube"),
                List.of(Platform.INSTAGRAM.code(), Platform.TIKTOK.code(), Platform.YOUTUBE.code()));

        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> new Platform(" "));
        assertEquals("platform: is required and must not be blank", refused.getMessage());
    }

    @Test
    void theRangeMayBeASinglePrice() {
        assertEquals(Examples.cpm("20"), Examples.range("20", "20").max());
        assertEquals(Examples.cpm("20.00"), Examples.range("20.00", "20").min());
    }

    @Test
    void aMinimumAboveTheMaximumIsRefused() {
        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> Examples.range("20.01", "20"));

        assertEquals("min_cpm: must not be above max_cpm; exchange the two", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.0001", "-7"})
    void negativePricesAndRatesAreRefused(String amount) {
        InvalidValueException price = assertThrows(InvalidValueException.class, () -> Examples.cpm(amount));
        InvalidValueException rate = assertThrows(InvalidValueException.class, () -> Examples.rate(amount));

        assertEquals("cpm: must not be negative", price.getMessage());
        assertEquals("engagement_rate: must not be negative", rate.getMessage());
    }

    private static Campaign campaign(
            String client, String budget, String deliverables, String timeline, List<Influencer> influencers) {
        return new Campaign(
                Examples.CAMPAIGN,
                client,
                new BigDecimal(budget),
                deliverables,
                influencers,
                Examples.range("20", "30"),
                Platform.INSTAGRAM,
                timeline,
                Instant.parse("2025-03-01T12:00:00.123456789Z"),
                Attributes.empty());
    }
}
