package dev.parley.domain.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * The rules for numbers: exact, and small enough that reading one is never slow. A decimal keeps its scale, so
 * {@code 25.50} comes back as {@code 25.50}.
 */
public final class ExactDecimal {
    /** The most significant digits a number may have. */
    public static final int MAX_DIGITS = 100;

    /** The largest scale, and the negative of the smallest. */
    public static final int MAX_SCALE = 100;

    /** A sign, {@link #MAX_DIGITS} digits behind as many zeros, a point and an exponent fit; longer text is not parsed. */
    private static final int MAX_TEXT = 2 * MAX_DIGITS + 8;

    private static final Pattern NUMERAL =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

    private ExactDecimal() {}

    /**
     * Reads a decimal exactly. The length is checked before anything is parsed, since parsing a million digits takes
     * seconds.
     *
     * @param subject the name of the value, for the error
     * @param text a numeral in ASCII digits, with a point and an exponent where it needs them
     * @throws ValueTooLargeException if it exceeds {@link #MAX_DIGITS} or {@link #MAX_SCALE}
     * @throws InvalidValueException if it is no numeral
     */
    public static BigDecimal parse(String subject, String text) {
        if (text.length() > MAX_TEXT) {
            throw new ValueTooLargeException(subject, "is a number of " + text.length() + " characters; " + limits());
        }
        if (!isPlain(text) && !NUMERAL.matcher(text).matches()) {
            throw new InvalidValueException(subject, "must be a decimal number such as \"25.50\"");
        }
        try {
            return bounded(subject, new BigDecimal(text));
        } catch (NumberFormatException exponentOverflow) {
            throw new ValueTooLargeException(subject, "has an exponent out of range; " + limits());
        }
    }

    /** Whether it is digits with at most a point between them, as nearly every numeral is; told without a matcher. */
    private static boolean isPlain(String text) {
        int point = text.indexOf('.');
        int last = text.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (i != point || i == 0 || i == last)) {
                return false;
            }
        }
        return last >= 0;
    }

    /**
     * Passes a decimal through that keeps the limits.
     *
     * @param subject the name of the value, for the error
     * @throws ValueTooLargeException if it exceeds {@link #MAX_DIGITS} or {@link #MAX_SCALE}
     */
    public static BigDecimal bounded(String subject, BigDecimal value) {
        requireFewDigits(subject, value.unscaledValue());
        if (value.scale() > MAX_SCALE || value.scale() < -MAX_SCALE) {
            throw new ValueTooLargeException(subject, "has a scale of " + value.scale() + "; " + limits());
        }
        return value;
    }

    /**
     * Passes a whole number through that keeps the limits.
     *
     * @param subject the name of the value, for the error
     * @throws ValueTooLargeException if it exceeds {@link #MAX_DIGITS}
     */
    public static BigInteger bounded(String subject, BigInteger value) {
        requireFewDigits(subject, value);
        return value;
    }

    /**
     * Passes an amount through that keeps the limits and is not below zero.
     *
     * @param subject the name of the value, for the error
     * @throws InvalidValueException if it is negative, or exceeds {@link #MAX_DIGITS} or {@link #MAX_SCALE}
     */
    public static BigDecimal nonNegative(String subject, BigDecimal value) {
        if (value.signum() < 0) {
            throw new InvalidValueException(subject, "must not be negative");
        }
        return bounded(subject, value);
    }

    private static void requireFewDigits(String subject, BigInteger unscaled) {
        // 2^332 has 100 digits and 2^333 has 101; counting the digits of anything longer would itself be slow.
        int bits = unscaled.bitLength();
        boolean tooMany = bits > 333 || (bits == 333 && new BigDecimal(unscaled).precision() > MAX_DIGITS);
        if (tooMany) {
            throw new ValueTooLargeException(subject, "has more than " + MAX_DIGITS + " digits; " + limits());
        }
    }

    private static String limits() {
        return "at most " + MAX_DIGITS + " digits and a scale within \u00b1" + MAX_SCALE + " are allowed";
    }
}
