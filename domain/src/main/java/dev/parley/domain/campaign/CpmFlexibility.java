package dev.parley.domain.campaign;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far above target the next offer of a campaign may go, and why. All amounts are CPMs.
 *
 * @param engagementRate the influencer's engagement this was asked for, or null
 * @param targetCpm the upper end of the campaign's target
 * @param maxAllowedCpm the most that may be offered: the target and both premiums, at most the hard cap
 * @param budgetPremium what earlier agreements below target have saved, spread over the influencers still open
 * @param engagementPremium what the influencer's engagement is worth on top
 * @param hardCap 120 % of the target
 * @param capped whether the maximum equals the hard cap and a premium is positive, also where nothing was cut off
 */
public record CpmFlexibility(
        @Nullable EngagementRate engagementRate,
        BigDecimal targetCpm,
        BigDecimal maxAllowedCpm,
        BigDecimal budgetPremium,
        BigDecimal engagementPremium,
        BigDecimal hardCap,
        boolean capped) {
    private static final BigDecimal CAP_FACTOR = new BigDecimal("1.20");
    private static final BigDecimal HIGH_ENGAGEMENT = new BigDecimal("5");
    private static final BigDecimal HIGH_ENGAGEMENT_FACTOR = new BigDecimal("0.15");
    private static final BigDecimal GOOD_ENGAGEMENT = new BigDecimal("3");
    private static final BigDecimal GOOD_ENGAGEMENT_FACTOR = new BigDecimal("0.08");

    static CpmFlexibility of(BigDecimal targetCpm, BigDecimal budgetPremium, @Nullable EngagementRate engagementRate) {
        BigDecimal engagementPremium = engagementPremium(targetCpm, engagementRate);
        BigDecimal hardCap = CpmArithmetic.multiply(targetCpm, CAP_FACTOR);
        BigDecimal wanted = CpmArithmetic.add(CpmArithmetic.add(targetCpm, budgetPremium), engagementPremium);
        BigDecimal maxAllowed = wanted.min(hardCap);
        boolean premium = budgetPremium.signum() > 0 || engagementPremium.signum() > 0;
        boolean capped = premium && maxAllowed.compareTo(hardCap) == 0;
        return new CpmFlexibility(
                engagementRate, targetCpm, maxAllowed, budgetPremium, engagementPremium, hardCap, capped);
    }

    /** Above 5 % engagement 15 % of the target, above 3 % 8 %; both thresholds are exclusive. */
    private static BigDecimal engagementPremium(BigDecimal targetCpm, @Nullable EngagementRate engagementRate) {
        if (engagementRate == null || !engagementRate.above(GOOD_ENGAGEMENT)) {
            return BigDecimal.ZERO;
        }
        return CpmArithmetic.multiply(
                targetCpm, engagementRate.above(HIGH_ENGAGEMENT) ? HIGH_ENGAGEMENT_FACTOR : GOOD_ENGAGEMENT_FACTOR);
    }

    /** The amounts in one English sentence, for a human or a prompt. */
    public String reason() {
        StringBuilder sentence = new StringBuilder("Target CPM ").append(targetCpm.toPlainString());
        if (budgetPremium.signum() > 0) {
            sentence.append(", plus ")
                    .append(budgetPremium.toPlainString())
                    .append(" saved by earlier agreements below target");
        }
        if (engagementPremium.signum() > 0 && engagementRate != null) {
            sentence.append(", plus ")
                    .append(engagementPremium.toPlainString())
                    .append(" for an engagement rate of ")
                    .append(engagementRate.percent().toPlainString())
                    .append(" %");
        }
        if (budgetPremium.signum() == 0 && engagementPremium.signum() == 0) {
            return sentence.append("; no premium applies.").toString();
        }
        if (capped) {
            sentence.append(", capped at 120 % of target");
        }
        return sentence.append(": at most ")
                .append(maxAllowedCpm.toPlainString())
                .append('.')
                .toString();
    }
}
