package dev.parley.domain.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.Examples;
import dev.parley.domain.Generators;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackerPropertyTest {
    @Test
    void theRunningAverageIsTheExactMeanRoundedHalfToEvenTo28Digits() {
        Generators.trials(300, random -> {
            List<BigDecimal> prices = prices(random);
            BigDecimal sum = prices.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

            BigDecimal average = tracker(prices).runningAverageCpm().orElseThrow();

            assertTrue(average.precision() <= 28, "digits of " + average);
            assertEquals(
                    0,
                    rounded(sum, prices.size()).compareTo(average),
                    () -> "mean of " + prices + " is not " + average);
        });
    }

    @Test
    void theOrderOfAgreementsDoesNotChangeTheNumbers() {
        Generators.trials(200, random -> {
            List<BigDecimal> prices = prices(random);
            List<BigDecimal> reversed = new ArrayList<>(prices);
            Collections.reverse(reversed);

            assertEquals(
                    0,
                    tracker(prices)
                            .runningAverageCpm()
                            .orElseThrow()
                            .compareTo(tracker(reversed).runningAverageCpm().orElseThrow()));
        });
    }

    @Test
    void theMostLiesBetweenTargetAndCap() {
        Generators.trials(300, random -> {
            CpmFlexibility flexibility =
                    tracker(prices(random)).flexibilityFor(new EngagementRate(BigDecimal.valueOf(random.below(80), 1)));
            BigDecimal wanted =
                    flexibility.targetCpm().add(flexibility.budgetPremium()).add(flexibility.engagementPremium());

            assertTrue(flexibility.maxAllowedCpm().compareTo(flexibility.targetCpm()) >= 0, flexibility::toString);
            assertTrue(flexibility.maxAllowedCpm().compareTo(flexibility.hardCap()) <= 0, flexibility::toString);
            assertEquals(wanted.compareTo(flexibility.hardCap()) >= 0, flexibility.capped(), flexibility::toString);
        });
    }

    private static List<BigDecimal> prices(Generators random) {
        List<BigDecimal> prices = new ArrayList<>();
        for (int i = random.below(40); i >= 0; i--) {
            prices.add(random.amount());
        }
        return prices;
    }

    private static CampaignCpmTracker tracker(List<BigDecimal> prices) {
        List<CpmAgreement> agreements = new ArrayList<>();
        for (BigDecimal price : prices) {
            agreements.add(Examples.agreement("n-" + agreements.size(), price.toString()));
        }
        return CampaignCpmTracker.fromSnapshot(
                new CpmTrackerSnapshot(Examples.CAMPAIGN, Examples.range("0", "25000.00"), 60, agreements));
    }

    /** Long division in whole numbers: as many digits as 28 allow, then the remainder decides. */
    private static BigDecimal rounded(BigDecimal sum, int count) {
        BigInteger divisor = BigInteger.valueOf(count);
        int scale = 60;
        BigInteger dividend = sum.setScale(scale).unscaledValue();
        int surplus = dividend.divide(divisor).toString().length() - 28;
        if (surplus > 0) {
            divisor = divisor.multiply(BigInteger.TEN.pow(surplus));
            scale -= surplus;
        }
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        int half = parts[1].shiftLeft(1).compareTo(divisor);
        boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
        return new BigDecimal(up ? parts[0].add(BigInteger.ONE) : parts[0], scale);
    }
}
