package dev.parley.domain.campaign;

import dev.parley.domain.value.ExactDecimal;
import java.math.BigDecimal;

/**
 * Cost per mille: the price of a thousand views, in the campaign's currency.
 *
 * @param amount zero or more, at most 100 digits, scale within ± 100
 */
public record Cpm(BigDecimal amount) {
    /**
     * @throws dev.parley.domain.value.InvalidValueException if the amount is negative or beyond the limits
     */
    public Cpm {
        ExactDecimal.nonNegative("cpm", amount);
    }

    /** Whether two prices are the same money, however many zeros are written behind them. */
    boolean sameAs(Cpm other) {
        return amount.compareTo(other.amount) == 0;
    }
}
