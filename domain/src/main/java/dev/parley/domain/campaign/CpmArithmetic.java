package dev.parley.domain.campaign;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How Parley calculates with CPMs: 28 significant digits, rounded half to even after every operation, as the General
 * Decimal Arithmetic Specification's default context and so Python's {@code decimal} module do.
 */
final class CpmArithmetic {
    static final MathContext CONTEXT = new MathContext(28, RoundingMode.HALF_EVEN);

    private CpmArithmetic() {}

    static BigDecimal add(BigDecimal one, BigDecimal other) {
        return one.add(other, CONTEXT);
    }

    static BigDecimal subtract(BigDecimal one, BigDecimal other) {
        return one.subtract(other, CONTEXT);
    }

    static BigDecimal multiply(BigDecimal one, BigDecimal other) {
        return one.multiply(other, CONTEXT);
    }

    static BigDecimal divide(BigDecimal one, BigDecimal other) {
        return one.divide(other, CONTEXT);
    }
}
