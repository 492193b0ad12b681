package dev.parley.domain.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactDecimalTest {
    private static final String NINES = "9".repeat(100);
    private static final BigDecimal HUNDRED_DIGITS = new BigDecimal(NINES);
    private static final BigDecimal HUNDRED_AND_ONE_DIGITS = new BigDecimal("1" + "0".repeat(100));

    @ParameterizedTest
    @CsvSource({
        "25.50, 2550, 2",
        "25.5, 255, 1",
        "-0.10, -10, 2",
        "+7, 7, 0",
        ".5, 5, 1",
        "1E+3, 1, -3",
        "12e-2, 12, 2",
        "1e100, 1, -100",
        "1e-100, 1, 100",
        "007, 7, 0"
    })
    void aNumeralIsReadWithItsScale(String text, BigInteger unscaled, int scale) {
        assertEquals(new BigDecimal(unscaled, scale), ExactDecimal.parse("cpm", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "1.",
                ".",
                "1,5",
                "0x10",
                "NaN",
                "Infinity",
                "1e",
                "--1",
                "1_000",
                "\u0663",
                "1\n"
            })
    void whatIsNoNumeralIsRefused(String text) {
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> ExactDecimal.parse("cpm", text));

        assertEquals("cpm: must be a decimal number such as \"25.50\"", refused.getMessage());
        assertEquals("cpm", refused.subject());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e101", "1e-101", "1E+1000000000", "1e99999999999", "-1e-99999999999"})
    void anExponentBeyondTheLimitIsRefused(String text) {
        ValueTooLargeException refused =
                assertThrows(ValueTooLargeException.class, () -> ExactDecimal.parse("cpm", text));

        assertEquals("cpm", refused.subject());
    }

    @Test
    void anExponentThatNoIntegerHoldsIsRefusedAsTooLarge() {
        ValueTooLargeException refused =
                assertThrows(ValueTooLargeException.class, () -> ExactDecimal.parse("cpm", "1e99999999999"));

        assertEquals(
                "cpm: has an exponent out of range; at most 100 digits and a scale within \u00b1100 are allowed",
                refused.getMessage());
    }

    @Test
    void theLongestLegalTextIsRead() {
        String text = "-" + "0".repeat(102) + NINES + "e-100";

        assertEquals(208, text.length());
        assertEquals(new BigDecimal(new BigInteger("-" + NINES), 100), ExactDecimal.parse("cpm", text));
    }

    @Test
    void longerTextIsRefusedBeforeItIsParsed() {
        String text = "0".repeat(208) + "1";

        ValueTooLargeException refused =
                assertThrows(ValueTooLargeException.class, () -> ExactDecimal.parse("cpm", text));

        assertEquals(
                "cpm: is a number of 209 characters; at most 100 digits and a scale within \u00b1100 are allowed",
                refused.getMessage());
    }

    @Test
    void parsedTextMustKeepTheLimits() {
        assertThrows(ValueTooLargeException.class, () -> ExactDecimal.parse("cpm", "1" + NINES));
    }

    @ParameterizedTest
    @ValueSource(ints = {-100, 0, 100})
    void aHundredDigitsAndAScaleAtTheLimitPassThrough(int scale) {
        BigDecimal value = new BigDecimal(HUNDRED_DIGITS.unscaledValue().negate(), scale);

        assertSame(value, ExactDecimal.bounded("cpm", value));
    }

    @Test
    void aHundredAndOneDigitsAreRefused() {
        ValueTooLargeException refused =
                assertThrows(ValueTooLargeException.class, () -> ExactDecimal.bounded("cpm", HUNDRED_AND_ONE_DIGITS));

        assertEquals(
                "cpm: has more than 100 digits; at most 100 digits and a scale within \u00b1100 are allowed",
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {-101, 101})
    void aScaleBeyondTheLimitIsRefused(int scale) {
        BigDecimal value = new BigDecimal(BigInteger.ONE, scale);

        ValueTooLargeException refused =
                assertThrows(ValueTooLargeException.class, () -> ExactDecimal.bounded("cpm", value));

        assertEquals(
                "cpm: has a scale of " + scale + "; at most 100 digits and a scale within \u00b1100 are allowed",
                refused.getMessage());
    }

    @Test
    void aWholeNumberOfAHundredDigitsPassesThrough() {
        BigInteger value = new BigInteger(NINES);

        assertSame(value, ExactDecimal.bounded("views", value));
    }

    @Test
    void aWholeNumberOfAHundredAndOneDigitsIsRefused() {
        BigInteger value = HUNDRED_AND_ONE_DIGITS.toBigInteger();

        assertThrows(ValueTooLargeException.class, () -> ExactDecimal.bounded("views", value));
    }

    @Test
    void aWholeNumberFarBeyondTheLimitIsRefusedWithoutCountingItsDigits() {
        BigInteger huge = BigInteger.ONE.shiftLeft(100_000_000);

        assertThrows(ValueTooLargeException.class, () -> ExactDecimal.bounded("views", huge));
    }

    @Test
    void zeroIsNotNegative() {
        BigDecimal zero = new BigDecimal("0.00");

        assertSame(zero, ExactDecimal.nonNegative("budget", zero));
    }

    @Test
    void anAmountBelowZeroIsRefused() {
        InvalidValueException refused = assertThrows(
                InvalidValueException.class, () -> ExactDecimal.nonNegative("budget", new BigDecimal("-0.01")));

        assertEquals("budget: must not be negative", refused.getMessage());
    }

    @Test
    void anAmountMustKeepTheLimits() {
        assertThrows(ValueTooLargeException.class, () -> ExactDecimal.nonNegative("budget", HUNDRED_AND_ONE_DIGITS));
    }
}
