package dev.parley.domain.campaign;

import dev.parley.domain.value.ExactDecimal;
import java.math.BigDecimal;

/**
 * The part of an influencer's audience that reacts.
 *
 * @param percent in percent: 4.2 means 4.2 %; zero or more, at most 100 digits, scale within ± 100
 */
public record EngagementRate(BigDecimal percent) {
    /**
     * @throws dev.parley.domain.value.InvalidValueException if the percentage is negative or beyond the limits
     */
    public EngagementRate {
        ExactDecimal.nonNegative("engagement_rate", percent);
    }

    boolean above(BigDecimal threshold) {
        return percent.compareTo(threshold) > 0;
    }

    boolean sameAs(EngagementRate other) {
        return percent.compareTo(other.percent) == 0;
    }
}
