package dev.parley.domain.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.Examples;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpmFlexibilityTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "2.99, 0", "3, 0", "3.00, 0", "3.0000001, 8", "5, 8", "5.000, 8", "5.0000001, 15", "90, 15"})
    void theEngagementThresholdsAreExclusive(String rate, String premium) {
        CpmFlexibility flexibility = tracker("100", 0).flexibilityFor(Examples.rate(rate));

        assertNumber(premium, flexibility.engagementPremium());
        assertNumber(premium, flexibility.maxAllowedCpm().subtract(new BigDecimal("100")));
        assertNumber("120", flexibility.hardCap());
        assertEquals(false, flexibility.capped());
        assertEquals(Examples.rate(rate), flexibility.engagementRate());
    }

    @Test
    void withoutAnythingKnownTheTargetIsTheMost() {
        CpmFlexibility flexibility = tracker("30", 10).flexibilityFor(null);

        assertNumber("30", flexibility.targetCpm());
        assertNumber("30", flexibility.maxAllowedCpm());
        assertNumber("0", flexibility.budgetPremium());
        assertNumber("0", flexibility.engagementPremium());
        assertNumber("36", flexibility.hardCap());
        assertEquals(false, flexibility.capped());
    }

    @ParameterizedTest(name = "{3}: agreed {0} of {1} in all")
    @CsvSource({
        "20 30, 4, 5, 10 saved for two",
        "20 30, 3, 10, 10 saved for one",
        "20 20, 7, 4, 20 saved for five",
        "30, 5, 0, nothing saved",
        "31, 5, 0, overspent",
        "20 31, 3, 9, one above and one below",
        "20, 1, 0, nobody remains",
        "20 20, 1, 0, more agreements than influencers",
        "20, 0, 0, nobody was wanted"
    })
    void whatWasSavedIsSpreadOverThoseWhoRemain(String agreed, int total, String premium, String why) {
        CpmFlexibility flexibility = tracker("30", total, agreed.split(" ", -1)).flexibilityFor(null);

        assertEquals(0, new BigDecimal(premium).compareTo(flexibility.budgetPremium()), why);
    }

    @Test
    void aTotalOfZeroGivesNoBudgetPremium() {
        assertNumber("0", tracker("30", 0).flexibilityFor(null).budgetPremium());
    }

    @Test
    void bothPremiumsAddUp() {
        CpmFlexibility flexibility = tracker("100", 3, "98").flexibilityFor(Examples.rate("4"));

        assertNumber("1", flexibility.budgetPremium());
        assertNumber("8", flexibility.engagementPremium());
        assertNumber("109", flexibility.maxAllowedCpm());
        assertEquals(false, flexibility.capped());
    }

    @Test
    void theMostIsCutOffAtTheCap() {
        CpmFlexibility flexibility = tracker("100", 2, "70").flexibilityFor(null);

        assertNumber("30", flexibility.budgetPremium());
        assertNumber("120", flexibility.maxAllowedCpm());
        assertEquals(true, flexibility.capped());
    }

    @Test
    void itIsCappedAlsoWhereNothingWasCutOff() {
        CpmFlexibility flexibility = tracker("100", 2, "80").flexibilityFor(null);

        assertNumber("20", flexibility.budgetPremium());
        assertNumber("120", flexibility.maxAllowedCpm());
        assertEquals(true, flexibility.capped());
    }

    @Test
    void aTargetOfZeroIsItsOwnCapAndNotCapped() {
        CpmFlexibility flexibility = tracker("0", 2, "0").flexibilityFor(Examples.rate("9"));

        assertNumber("0", flexibility.maxAllowedCpm());
        assertEquals(false, flexibility.capped());
    }

    @Test
    void aSavingBelowTheLastDigitIsRoundedHalfToEven() {
        CpmFlexibility flexibility =
                tracker("30", 4, "29.99999999999999999999999999").flexibilityFor(null);

        // 1E-26 spread over three, to 28 digits; the target with it rounds back to 28 digits
        assertNumber("3.333333333333333333333333333E-27", flexibility.budgetPremium());
        assertNumber("30", flexibility.maxAllowedCpm());
    }

    private static CampaignCpmTracker tracker(String target, int total, String... agreed) {
        CampaignCpmTracker tracker = CampaignCpmTracker.fromSnapshot(
                new CpmTrackerSnapshot(Examples.CAMPAIGN, Examples.range("0", target), total, List.of()));
        for (int i = 0; i < agreed.length; i++) {
            tracker = tracker.recordAgreement(Examples.agreement("n-" + i, agreed[i]));
        }
        return tracker;
    }

    private static void assertNumber(String expected, BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), () -> expected + " expected, was " + actual);
    }
}
