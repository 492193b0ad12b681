package dev.parley.domain.attributes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.domain.attributes.AttributeValue.Decimal;
import dev.parley.domain.attributes.AttributeValue.Items;
import dev.parley.domain.attributes.AttributeValue.Text;
import dev.parley.domain.attributes.AttributeValue.WholeNumber;
import dev.parley.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttributeRefusalTest {
    private static final String INEXACT = "; give a whole number, or a BigDecimal made from text, which is exact";
    private static final String TOO_LARGE = "at most 100 digits and a scale within \u00b1100 are allowed";

    static Stream<Arguments> refusedValues() {
        return Stream.of(
                arguments(1.5d, "is of type Double" + INEXACT),
                arguments(2f, "is of type Float" + INEXACT),
                arguments(new AtomicLong(1), "is of type AtomicLong" + INEXACT),
                arguments(
                        Instant.EPOCH, "is a java.time.Instant; give text, a number, a flag, a list or a map instead"),
                arguments(new int[0], "is a [I; give text, a number, a flag, a list or a map instead"),
                arguments("ab\udc00", "has a lone surrogate at index 2, which is no character; repair the text"),
                arguments(new BigDecimal("1E+101"), "has a scale of -101; " + TOO_LARGE),
                arguments(new BigDecimal("1E-101"), "has a scale of 101; " + TOO_LARGE),
                arguments(BigInteger.TEN.pow(100), "has more than 100 digits; " + TOO_LARGE),
                arguments(new BigDecimal(BigInteger.TEN.pow(100), 3), "has more than 100 digits; " + TOO_LARGE));
    }

    @ParameterizedTest
    @MethodSource("refusedValues")
    void aRefusedValueIsNamedByItsKey(Object value, String problem) {
        assertRefused("rate", problem, Map.of("rate", value));
    }

    @ParameterizedTest
    @MethodSource("refusedValues")
    void aRefusedValueInTheDepthIsNamedByItsPath(Object value, String problem) {
        assertRefused(
                "offers[1].terms.rate",
                problem,
                Map.of("offers", List.of("first", Map.of("terms", Map.of("rate", value)))));
    }

    @ParameterizedTest
    @MethodSource("refusedValues")
    void aRefusedElementIsNamedByItsIndex(Object value, String problem) {
        assertRefused("rates[0][2]", problem, Map.of("rates", List.of(List.of(1, 2, value))));
    }

    @ParameterizedTest
    @MethodSource("refusedValues")
    void aRefusedValueIsNamedWhenItIsSetAlone(Object value, String problem) {
        Attributes before = Attributes.empty();

        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> before.with("rate", value));

        assertEquals("rate: " + problem, refused.getMessage());
    }

    @Test
    void typedValuesPassTheSameDoor() {
        assertRefused(
                "list[1]",
                "has a lone surrogate at index 0, which is no character; repair the text",
                Map.of("list", new Items(List.of(new Text("fine"), new Text("\ud800")))));
        assertRefused(
                "views",
                "has more than 100 digits; " + TOO_LARGE,
                Map.of("views", new WholeNumber(BigInteger.TEN.pow(100))));
        assertRefused("cpm", "has a scale of 101; " + TOO_LARGE, Map.of("cpm", new Decimal(new BigDecimal("1E-101"))));
    }

    @Test
    void aTypedKeyPassesTheSameDoor() {
        AttributeKey<String> name = AttributeKey.text("name");
        Attributes before = Attributes.empty();

        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> before.with(name, "\ud800"));

        assertEquals("name", refused.subject());
    }

    @Test
    void aKeyMustBeText() {
        assertRefused("terms.7", "has a key that is no text; use text keys", Map.of("terms", Map.of(7, "x")));
    }

    @Test
    void aKeyMustBeWellFormed() {
        assertRefused(
                "terms.k\ud800",
                "has a lone surrogate at index 1, which is no character; repair the text",
                Map.of("terms", Map.of("k\ud800", "x")));
    }

    private static void assertRefused(String path, String problem, Map<String, ?> plain) {
        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> Attributes.of(plain));

        assertEquals(path + ": " + problem, refused.getMessage());
        assertEquals(path, refused.subject());
    }
}
