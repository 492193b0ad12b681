package dev.parley.domain.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.Examples;
import dev.parley.domain.identity.NegotiationId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EffectiveCpmTest {
    private final CampaignCpmTracker empty = CampaignCpmTracker.fromSnapshot(
            new CpmTrackerSnapshot(Examples.CAMPAIGN, Examples.range("20", "30"), 10, List.of()));

    @Test
    void itIsUnknownWhereNoAgreementNamesItsImpressions() {
        assertEquals(Optional.empty(), empty.effectiveCpm());
        assertEquals(
                Optional.empty(),
                empty.recordAgreement(agreement("n-1", "25", null)).effectiveCpm());
    }

    @Test
    void ofOneAgreementItIsItsPrice() {
        assertEffective("25.5", empty.recordAgreement(agreement("n-1", "25.50", 1L)));
    }

    @Test
    void aLargeBuyWeighsMore() {
        CampaignCpmTracker tracker = empty.recordAgreement(agreement("n-1", "10", 900_000L))
                .recordAgreement(agreement("n-2", "20", 100_000L));

        assertEffective("11", tracker);
        assertEquals(Optional.of(new BigDecimal("15")), tracker.runningAverageCpm());
    }

    @Test
    void agreementsWithoutImpressionsDoNotCount() {
        assertEffective(
                "10",
                empty.recordAgreement(agreement("n-1", "10", 5_000L)).recordAgreement(agreement("n-2", "99", null)));
    }

    @Test
    void itCarries28Digits() {
        CampaignCpmTracker tracker =
                empty.recordAgreement(agreement("n-1", "10", 1L)).recordAgreement(agreement("n-2", "20", 2L));

        // 50 / 3, by way of 0.05 / 3 rounded to 28 digits
        assertEffective("16.66666666666666666666666667", tracker);
    }

    private static void assertEffective(String expected, CampaignCpmTracker tracker) {
        BigDecimal effective = tracker.effectiveCpm().orElseThrow();
        assertEquals(0, new BigDecimal(expected).compareTo(effective), () -> "effective CPM " + effective);
    }

    private static CpmAgreement agreement(String id, String cpm, @Nullable Long impressions) {
        return CpmAgreement.negotiated(Examples.CAMPAIGN, new NegotiationId(id), Examples.cpm(cpm), null, impressions);
    }
}
