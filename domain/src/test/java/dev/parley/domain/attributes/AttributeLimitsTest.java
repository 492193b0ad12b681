package dev.parley.domain.attributes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.attributes.AttributeValue.Items;
import dev.parley.domain.value.ValueTooLargeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributeLimitsTest {
    private static final String TOO_DEEP = "nests deeper than 64 lists and maps; flatten the structure";
    private static final int FRAME = "{\"k\":\"\"}".length();

    @Test
    void sixtyFourListsMayNest() {
        assertEquals(64, Attributes.of(Map.of("k", lists(64, List.of()))).depth());
    }

    @Test
    void sixtyFourMapsMayNest() {
        assertEquals(64, Attributes.of(Map.of("k", maps(64, Map.of()))).depth());
    }

    @Test
    void sixtyFiveListsMayNot() {
        assertTooDeep("k" + "[0]".repeat(64), lists(65, List.of()));
    }

    @Test
    void sixtyFiveMapsMayNot() {
        assertTooDeep("k", maps(65, Map.of()));
    }

    @Test
    void sixtyFiveMapsAroundALeafMayNot() {
        Object value = Map.of("k", maps(64, Map.of("k", "leaf")));

        assertTooDeep("k" + ".k".repeat(65), value);
    }

    @Test
    void sixtyFiveListsAroundALeafMayNot() {
        assertTooDeep("k" + "[0]".repeat(65), lists(65, List.of("leaf")));
    }

    @Test
    void aMapThatIsDeepAlreadyIsRefusedWhereItGoesTooDeep() {
        Attributes deep = Attributes.of(Map.of("k", lists(62, List.of())));

        assertEquals(64, Attributes.of(Map.of("k", List.of(deep))).depth());
        assertTooDeep("k[0][0]", List.of(List.of(deep)));
    }

    @Test
    void typedListsAreHeldToTheSameDepth() {
        AttributeValue value = new Items(List.of());
        for (int i = 1; i < 64; i++) {
            value = new Items(List.of(value));
        }

        assertEquals(64, Attributes.of(Map.of("k", value)).depth());
        assertTooDeep("k" + "[0]".repeat(64), new Items(List.of(value)));
    }

    @Test
    void aListThatContainsItselfIsRefused() {
        List<Object> loop = new ArrayList<>();
        loop.add(loop);

        assertTooDeep("k" + "[0]".repeat(65), loop);
    }

    @Test
    void theDeepestValueCounts() {
        Attributes attributes =
                Attributes.of(Map.of("flat", 1, "list", List.of(1, List.of(List.of()), 2), "map", Map.of()));

        assertEquals(3, attributes.depth());
    }

    @Test
    void valuesWithoutContainersHaveNoDepth() {
        assertEquals(0, Attributes.of(Map.of("a", 1, "b", "text")).depth());
        assertEquals(0, Attributes.empty().depth());
    }

    @Test
    void aHundredDigitsAreAccepted() {
        BigInteger nines = BigInteger.TEN.pow(100).subtract(BigInteger.ONE);
        Map<String, Object> plain =
                Map.of("whole", nines, "decimal", new BigDecimal(nines, 100), "large", new BigDecimal(nines, -100));

        assertEquals(3, Attributes.of(plain).asMap().size());
    }

    @Test
    void oneMebibyteIsAccepted() {
        assertEquals(
                1_048_576,
                Attributes.of(Map.of("k", "x".repeat(1_048_576 - FRAME))).encodedSize());
    }

    @Test
    void oneByteMoreIsRefused() {
        assertTooLarge("k", 1_048_577, Map.of("k", "x".repeat(1_048_577 - FRAME)));
    }

    @Test
    void bytesCountAndNotCharacters() {
        String text = "\u6f22".repeat(349_523);

        assertTooLarge("k", FRAME + 3 * 349_523, Map.of("k", text));
    }

    @Test
    void allKeysTogetherAreHeldToTheLimit() {
        Attributes half = Attributes.of(Map.of("a", "x".repeat(524_280)));
        String rest = "y".repeat(1_048_576 - (int) half.encodedSize() - ",\"b\":\"\"".length());

        assertEquals(1_048_576, half.with("b", rest).encodedSize());
        ValueTooLargeException refused = assertThrows(ValueTooLargeException.class, () -> half.with("b", rest + "y"));
        assertEquals("b", refused.subject());
    }

    @Test
    void twoMapsTogetherAreHeldToTheLimit() {
        Attributes one = Attributes.of(Map.of("a", "x".repeat(524_280)));
        Attributes other = Attributes.of(Map.of("b", "x".repeat(524_290)));

        assertThrows(ValueTooLargeException.class, () -> one.withAll(other));
    }

    private static Object lists(int count, List<?> innermost) {
        List<?> value = innermost;
        for (int i = 1; i < count; i++) {
            value = List.of(value);
        }
        return value;
    }

    private static Object maps(int count, Map<String, ?> innermost) {
        Map<String, ?> value = innermost;
        for (int i = 1; i < count; i++) {
            value = Map.of("k", value);
        }
        return value;
    }

    private static void assertTooDeep(String path, Object value) {
        ValueTooLargeException refused =
                assertThrows(ValueTooLargeException.class, () -> Attributes.of(Map.of("k", value)));

        assertEquals(path + ": " + TOO_DEEP, refused.getMessage());
    }

    private static void assertTooLarge(String path, long bytes, Map<String, ?> plain) {
        ValueTooLargeException refused = assertThrows(ValueTooLargeException.class, () -> Attributes.of(plain));

        assertEquals(
                path + ": takes " + bytes + " bytes as JSON in UTF-8, at most 1048576 are allowed; keep large texts"
                        + " elsewhere and store a reference",
                refused.getMessage());
    }
}
