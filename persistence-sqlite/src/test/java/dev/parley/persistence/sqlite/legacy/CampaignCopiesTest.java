package dev.parley.persistence.sqlite.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.persistence.sqlite.legacy.LegacyDatabase.Finding;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row carries a copy of its campaign; one of them is taken, and those that contradict it are named. */
class CampaignCopiesTest {
    @TempDir
    private Path directory;

    private LegacyFile source;

    @BeforeEach
    void create() throws Exception {
        source = LegacyFile.create(directory.resolve("legacy.db"));
    }

    @AfterEach
    void close() throws Exception {
        source.close();
    }

    @Test
    void theLongestTrackerIsTaken() throws Exception {
        tracker("t-1", "25.00")
                .tracker("t-2", "25.00", "26.10", "27")
                .tracker("t-3")
                .tracker("t-4", "25.0", "26.10");

        assertEquals(List.of("25.00", "26.10", "27"), agreed());
        assertEquals(List.of(), source.read().findings());
    }

    @Test
    void aTrackerThatIsNoPrefixOfItIsReported() throws Exception {
        tracker("t-1", "25.00", "99.00").tracker("t-2", "25.00", "26.10", "27");

        assertEquals(List.of("25.00", "26.10", "27"), agreed());
        assertReported("t-1", "cpm_tracker_json has another agreement at position 1", "t-2");
    }

    @Test
    void ofEquallyLongOnesTheFirstIsTaken() throws Exception {
        tracker("t-1").tracker("t-2", "25.00").tracker("t-3", "26.00");

        assertEquals(List.of("25.00"), agreed());
        assertReported("t-3", "cpm_tracker_json has another agreement at position 0", "t-2");
    }

    @Test
    void theCampaignOfTheSameRowIsTaken() throws Exception {
        Map<LegacyColumn, @Nullable Object> longest = LegacyFile.row("t-2");
        longest.put(LegacyColumn.TRACKER, LegacyFile.tracker("spring", "25.00"));
        longest.put(LegacyColumn.CAMPAIGN, LegacyFile.campaign("spring").replace("Acme", "Acme Ltd"));
        source.with(LegacyFile.row("t-1")).with(longest);

        assertEquals("Acme Ltd", campaign().campaign().clientName());
        assertReported("t-1", "campaign_json has another client_name", "t-2");
    }

    @Test
    void aCampaignWrittenOtherwiseIsTheSame() throws Exception {
        source.with(LegacyFile.row("t-1"))
                .with(
                        "t-2",
                        LegacyColumn.CAMPAIGN,
                        LegacyFile.campaign("spring")
                                .replace(",\"goals\":null", "")
                                .replace("{\"campaign", "{\"goals\": null, \"campaign"));

        assertEquals(List.of(), source.read().findings());
    }

    @Test
    void anotherTargetIsReported() throws Exception {
        source.with(LegacyFile.row("t-1"))
                .with("t-2", LegacyColumn.TRACKER, LegacyFile.tracker("spring").replace("30", "31"));

        assertReported("t-2", "cpm_tracker_json has another target", "t-1");
    }

    @Test
    void anotherTotalIsReported() throws Exception {
        source.with(LegacyFile.row("t-1"))
                .with("t-2", LegacyColumn.TRACKER, LegacyFile.tracker("spring").replace("10", "11"));

        assertReported("t-2", "cpm_tracker_json has another total_influencers", "t-1");
    }

    @Test
    void theTrackerOfARefusedNegotiationCounts() throws Exception {
        Map<LegacyColumn, @Nullable Object> broken = LegacyFile.row("t-2");
        broken.put(LegacyColumn.TRACKER, LegacyFile.tracker("spring", "25.00"));
        broken.put(LegacyColumn.CONTEXT, "broken");
        source.with(LegacyFile.row("t-1")).with(broken);

        assertEquals(List.of("25.00"), agreed());
        assertEquals(1, source.read().findings().size());
    }

    @Test
    void anEngagementRateIsReadFromItsDigits() throws Exception {
        source.with(
                "t-1",
                LegacyColumn.TRACKER,
                LegacyFile.tracker("spring", "25.00").replace("6.5", "6.50"));

        assertEquals(
                new EngagementRate(new BigDecimal("6.50")),
                campaign().tracker().agreements().get(0).engagementRate());
    }

    private CampaignCopiesTest tracker(String thread, String... cpms) throws Exception {
        source.with(thread, LegacyColumn.TRACKER, LegacyFile.tracker("spring", cpms));
        return this;
    }

    private CampaignSnapshot campaign() {
        List<CampaignSnapshot> campaigns = source.read().campaigns();
        assertEquals(1, campaigns.size());
        return campaigns.get(0);
    }

    private List<String> agreed() {
        return campaign().tracker().agreements().stream()
                .map(agreement -> agreement.cpm().amount().toString())
                .toList();
    }

    private void assertReported(String row, String difference, String taken) {
        String reason = difference + ", other than the copy taken, that of row " + taken;
        assertEquals(List.of(new Finding(row, reason, true)), source.read().findings());
    }
}
