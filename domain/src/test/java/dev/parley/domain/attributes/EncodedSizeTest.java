package dev.parley.domain.attributes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EncodedSizeTest {
    @Test
    void anEmptyMapTakesTwoBytes() {
        assertEquals(2, Attributes.empty().encodedSize());
        assertEquals(2, Attributes.of(Map.of()).encodedSize());
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(null, "null"),
                arguments(true, "true"),
                arguments(false, "false"),
                arguments(-12, "-12"),
                arguments(0, "0"),
                arguments("", "\"\""),
                arguments(new BigDecimal("25.50"), "{\"$decimal\":\"25.50\"}"),
                arguments(new BigDecimal("-1E+3"), "{\"$decimal\":\"-1E+3\"}"),
                arguments(List.of(), "[]"),
                arguments(List.of(1), "[1]"),
                arguments(Arrays.asList(1, null, List.of("a", "b")), "[1,null,[\"a\",\"b\"]]"),
                arguments(Map.of(), "{}"),
                arguments(Map.of("a", Map.of("b", "c")), "{\"a\":{\"b\":\"c\"}}"),
                arguments(Map.of("$decimal", "1"), "{\"$$decimal\":\"1\"}"),
                arguments(Map.of("$", 1), "{\"$$\":1}"),
                arguments(Map.of("$$x", 1), "{\"$$$x\":1}"),
                arguments(Map.of("a$", "$"), "{\"a$\":\"$\"}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void eachValueTakesTheBytesOfItsJsonText(@Nullable Object value, String json) {
        String document = "{\"k\":" + json + "}";

        assertEquals(document.length(), Attributes.empty().with("k", value).encodedSize());
    }

    @ParameterizedTest
    @CsvSource({
        "0x00, 6",
        "0x07, 6",
        "0x08, 2",
        "0x09, 2",
        "0x0A, 2",
        "0x0B, 6",
        "0x0C, 2",
        "0x0D, 2",
        "0x0E, 6",
        "0x1F, 6",
        "0x20, 1",
        "0x22, 2",
        "0x2F, 1",
        "0x5C, 2",
        "0x7E, 1",
        "0x7F, 1",
        "0x80, 2",
        "0x7FF, 2",
        "0x800, 3",
        "0x2028, 3",
        "0xD7FF, 3",
        "0xE000, 3",
        "0xFFFF, 3",
        "0x10000, 4",
        "0x1F600, 4",
        "0x10FFFF, 4"
    })
    void aCharacterTakesItsEscapeOrItsUtf8Bytes(int codePoint, int bytes) {
        String character = Character.toString(codePoint);

        assertEquals(
                "{\"x\":\"\"}".length() + bytes,
                Attributes.of(Map.of("x", character)).encodedSize(),
                "as a value");
        assertEquals(
                "{\"\":1}".length() + bytes, Attributes.of(Map.of(character, 1)).encodedSize(), "as a key");
    }

    @Test
    void keysAreSeparatedByOneComma() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("a", 1);
        plain.put("\u00e9", "\u6f22");
        plain.put("c", List.of(true, false));
        byte[] json = "{\"a\":1,\"\u00e9\":\"\u6f22\",\"c\":[true,false]}".getBytes(StandardCharsets.UTF_8);

        assertEquals(json.length, Attributes.of(plain).encodedSize());
    }

    @Test
    void removingAKeyGivesItsBytesBack() {
        Attributes attributes = Attributes.of(Map.of("a", 1));

        assertEquals(
                attributes.encodedSize(),
                attributes.with("b", List.of("x")).without(List.of("b")).encodedSize());
    }
}
