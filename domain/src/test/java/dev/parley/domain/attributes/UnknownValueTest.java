package dev.parley.domain.attributes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.attributes.AttributeValue.Unknown;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.ValueTooLargeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that only a newer version knows passes through, counted like any other, and is never taken for one. */
class UnknownValueTest {
    private static final Unknown DATE = new Unknown("{\"$date\":\"2026-01-15\"}");

    @Test
    void itIsKeptWhereItStands() {
        Attributes attributes = Attributes.empty().with("on", DATE).with("all", List.of(1, DATE));

        assertEquals(Optional.of(DATE), attributes.get("on"));
        assertEquals(attributes, Attributes.of(Map.of("on", DATE, "all", List.of(1, DATE))));
        assertNotEquals(attributes, attributes.with("on", new Unknown("{\"$date\":\"2026-01-16\"}")));
    }

    @Test
    void aTypedKeyRefusesIt() {
        Attributes attributes = Attributes.empty().with("on", DATE);

        for (AttributeKey<?> key : List.of(AttributeKey.text("on"), AttributeKey.map("on"))) {
            InvalidValueException refused = assertThrows(InvalidValueException.class, () -> attributes.get(key));
            assertEquals(
                    "on: was written by a newer version, in a type that this one does not know; read it with that one",
                    refused.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"$f\":1}                      | 0",
                "{\"$f\":\"[[{{\"}               | 0",
                "{\"$f\":\"\\\"[[\"}             | 0",
                "{\"$f\":\"\\\\\",\"b\":[]}      | 1",
                "{\"$f\":[],\"b\":[[]],\"c\":{}} | 2",
                "{\"$[\":{\"{\":[{\"a\":1}]}}    | 3",
                "{\"$f\":[1,2],\"]\":[3]}        | 1"
            })
    void theListsAndMapsInItCountAndItsFrameDoesNot(String json, int depth) {
        assertEquals(depth, Attributes.of(Map.of("k", new Unknown(json))).depth());
        assertEquals(
                depth + 2,
                Attributes.of(Map.of("k", List.of(Map.of("m", new Unknown(json)))))
                        .depth());
    }

    @Test
    void itMayNestAsDeepAsAnyValueAndNoDeeper() {
        Unknown deepest = new Unknown("{\"$f\":" + "[".repeat(64) + "]".repeat(64) + "}");
        Unknown deeper = new Unknown("{\"$f\":" + "[".repeat(65) + "]".repeat(65) + "}");

        assertEquals(64, Attributes.of(Map.of("k", deepest)).depth());
        assertTooDeep("k", deeper);
        assertTooDeep("k[0]", List.of(deepest));
        assertTooDeep("k", Map.of("m", deepest));
    }

    private static void assertTooDeep(String path, Object value) {
        Map<String, Object> plain = Map.of("k", value);
        ValueTooLargeException refused = assertThrows(ValueTooLargeException.class, () -> Attributes.of(plain));
        assertEquals(path, refused.subject());
    }

    @Test
    void itTakesTheBytesOfItsText() {
        assertSize("{\"k\":{\"$f\":\"a\\\"\\u00e9\"}}".length(), "{\"$f\":\"a\\\"\\u00e9\"}");
        assertSize("{\"k\":{\"$f\":\"\"}}".length() + 2 + 3 + 4, "{\"$f\":\"\u00e9\u6f22\ud83d\ude00\"}");
    }

    private static void assertSize(int expected, String json) {
        assertEquals(expected, Attributes.of(Map.of("k", new Unknown(json))).encodedSize());
    }

    @Test
    void itIsHeldToTheLimitOfAllBytes() {
        int frame = "{\"k\":{\"$f\":\"\"}}".length();
        Unknown largest = new Unknown("{\"$f\":\"" + "x".repeat(Attributes.MAX_BYTES - frame) + "\"}");
        Unknown larger = new Unknown("{\"$f\":\"" + "x".repeat(Attributes.MAX_BYTES - frame + 1) + "\"}");

        assertEquals(Attributes.MAX_BYTES, Attributes.of(Map.of("k", largest)).encodedSize());
        assertThrows(ValueTooLargeException.class, () -> Attributes.of(Map.of("k", larger)));
    }

    @Test
    void itsTextIsWellFormed() {
        Map<String, Object> plain = Map.of("k", new Unknown("{\"$f\":\"\ud800\"}"));

        assertThrows(InvalidValueException.class, () -> Attributes.of(plain));
    }

    @Test
    void itsTextFormHidesIt() {
        assertEquals("Unknown[22 characters]", DATE.toString());
    }
}
