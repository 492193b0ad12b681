package dev.parley.domain.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.Examples;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlexibilityReasonTest {
    @Test
    void withoutAPremiumTheSentenceSaysSo() {
        assertEquals("Target CPM 100.00; no premium applies.", reason("100", null));
        assertEquals("Target CPM 100.00; no premium applies.", reason("100", "3"));
    }

    @Test
    void aBudgetPremiumIsNamed() {
        assertEquals(
                "Target CPM 100.00, plus 7.50 saved by earlier agreements below target: at most 107.50.",
                reason("92.50", null));
    }

    @Test
    void anEngagementPremiumIsNamedWithTheRate() {
        assertEquals(
                "Target CPM 100.00, plus 8.0000 for an engagement rate of 4.20 %: at most 108.0000.",
                reason("100", "4.20"));
    }

    @Test
    void bothPremiumsAreNamed() {
        assertEquals(
                "Target CPM 100.00, plus 1.00 saved by earlier agreements below target, plus 15.0000 for an engagement"
                        + " rate of 6 %: at most 116.0000.",
                reason("99", "6"));
    }

    @Test
    void theCapIsNamedWhereItHolds() {
        assertEquals(
                "Target CPM 100.00, plus 40.00 saved by earlier agreements below target, capped at 120 % of target: at"
                        + " most 120.0000.",
                reason("60", null));
    }

    @Test
    void numbersAreWrittenWithoutAnExponent() {
        CampaignCpmTracker tracker = tracker("1E+3", "600");

        assertEquals(
                "Target CPM 1000, plus 400 saved by earlier agreements below target, plus 150 for an engagement rate"
                        + " of 70 %, capped at 120 % of target: at most 1200.",
                tracker.flexibilityFor(Examples.rate("7E+1")).reason());
    }

    /** With a target of 100.00 and one of two influencers agreed. */
    private static String reason(String agreed, @Nullable String rate) {
        return tracker("100.00", agreed)
                .flexibilityFor(rate == null ? null : Examples.rate(rate))
                .reason();
    }

    private static CampaignCpmTracker tracker(String target, String agreed) {
        return CampaignCpmTracker.fromSnapshot(
                        new CpmTrackerSnapshot(Examples.CAMPAIGN, Examples.range("0", target), 2, List.of()))
                .recordAgreement(Examples.agreement("n-1", agreed));
    }
}
