package dev.parley.domain.attributes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.domain.attributes.AttributeValue.Decimal;
import dev.parley.domain.attributes.AttributeValue.Fields;
import dev.parley.domain.attributes.AttributeValue.Flag;
import dev.parley.domain.attributes.AttributeValue.Items;
import dev.parley.domain.attributes.AttributeValue.Null;
import dev.parley.domain.attributes.AttributeValue.Text;
import dev.parley.domain.attributes.AttributeValue.WholeNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttributeConversionTest {
    static Stream<Arguments> plainData() {
        Attributes inner = Attributes.of(Map.of("x", 1));
        return Stream.of(
                arguments(null, Null.NULL),
                arguments("text", new Text("text")),
                arguments(CharBuffer.wrap("built"), new Text("built")),
                arguments(true, new Flag(true)),
                arguments(false, new Flag(false)),
                arguments((byte) -8, whole(-8)),
                arguments((short) 300, whole(300)),
                arguments(70_000, whole(70_000)),
                arguments(Long.MIN_VALUE, whole(Long.MIN_VALUE)),
                arguments(
                        new BigInteger("99999999999999999999"),
                        new WholeNumber(new BigInteger("99999999999999999999"))),
                arguments(new BigDecimal("25.50"), new Decimal(new BigDecimal("25.50"))),
                arguments(new BigDecimal("1E+3"), new Decimal(new BigDecimal("1E+3"))),
                arguments(List.of(), new Items(List.of())),
                arguments(
                        Arrays.asList("a", null, List.of(1)),
                        new Items(List.of(new Text("a"), Null.NULL, new Items(List.of(whole(1)))))),
                arguments(Map.of("x", 1), new Fields(inner)),
                arguments(inner, new Fields(inner)),
                arguments(whole(5), whole(5)));
    }

    @ParameterizedTest
    @MethodSource("plainData")
    void plainDataBecomesATypedValue(@Nullable Object plain, AttributeValue expected) {
        assertEquals(expected, AttributeValue.of("key", plain));
        assertEquals(expected, Attributes.empty().with("key", plain).get("key").orElseThrow());
    }

    @Test
    void whatWasGivenMayChangeLaterWithoutChangingTheMap() {
        List<Object> list = new ArrayList<>(List.of("a"));
        Map<String, Object> plain = new LinkedHashMap<>(Map.of("list", list));
        Attributes attributes = Attributes.of(plain);

        list.add("b");
        plain.put("more", 1);

        assertEquals(Attributes.of(Map.of("list", List.of("a"))), attributes);
    }

    @Test
    void aTypedListIsCopied() {
        List<AttributeValue> values = new ArrayList<>(List.of(whole(1)));
        Items items = new Items(values);

        values.add(whole(2));

        assertEquals(List.of(whole(1)), items.values());
    }

    @Test
    void theEntriesCannotBeChangedFromOutside() {
        Map<String, AttributeValue> entries = Attributes.of(Map.of("a", 1)).asMap();

        assertThrows(UnsupportedOperationException.class, () -> entries.put("b", Null.NULL));
    }

    private static WholeNumber whole(long value) {
        return new WholeNumber(BigInteger.valueOf(value));
    }
}
