package dev.parley.domain.attributes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.attributes.AttributeValue.Null;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributesTest {
    private static final Attributes ABC =
            Attributes.empty().with("a", 1).with("b", 2).with("c", 3);

    @Test
    void keysKeepTheOrderTheyWereGivenIn() {
        Map<String, Object> plain = new LinkedHashMap<>();
        List<String> keys = List.of("z", "a", "m", "\u00e9", "1");
        keys.forEach(key -> plain.put(key, key));

        assertEquals(keys, List.copyOf(Attributes.of(plain).asMap().keySet()));
    }

    @Test
    void aReplacedKeyKeepsItsPlace() {
        assertEquals("[a, b, c]", ABC.with("b", 9).asMap().keySet().toString());
        assertEquals(AttributeValue.of("b", 9), ABC.with("b", 9).get("b").orElseThrow());
    }

    @Test
    void settingAKeyLeavesTheMapItWasSetOnAlone() {
        Attributes changed = ABC.with("d", 4);

        assertEquals(3, ABC.asMap().size());
        assertEquals(4, changed.asMap().size());
    }

    @Test
    void anotherMapReplacesKeysWholeAndAddsTheRestBehind() {
        Attributes before = ABC.with("terms", Map.of("x", 1, "y", 2));

        Attributes after =
                before.withAll(Attributes.empty().with("terms", Map.of("x", 3)).with("d", 4));

        assertEquals("[a, b, c, terms, d]", after.asMap().keySet().toString());
        assertEquals(
                AttributeValue.of("terms", Map.of("x", 3)), after.get("terms").orElseThrow());
    }

    @Test
    void anEmptyMapAddsNothing() {
        assertSame(ABC, ABC.withAll(Attributes.empty()));
    }

    @Test
    void removedKeysAreGoneAndTheOthersKeepTheirOrder() {
        Attributes after = ABC.without(List.of("a", "unknown", "c"));

        assertEquals(Attributes.of(Map.of("b", 2)), after);
        assertEquals("[a, b, c]", ABC.asMap().keySet().toString());
    }

    @Test
    void removingKeysThatAreNotThereChangesNothing() {
        assertSame(ABC, ABC.without(List.of("unknown")));
        assertSame(ABC, ABC.without(List.of()));
    }

    @Test
    void anExplicitNullIsNotAnAbsentKey() {
        Attributes attributes = Attributes.empty().with("nothing", null);

        assertEquals(Optional.of(Null.NULL), attributes.get("nothing"));
        assertEquals(Optional.empty(), attributes.get("absent"));
        assertNotEquals(Attributes.empty(), attributes);
    }

    @Test
    void theOrderOfKeysDoesNotCountForEquality() {
        Attributes other = Attributes.empty().with("c", 3).with("b", 2).with("a", 1);

        assertEquals(ABC, other);
        assertEquals(ABC.hashCode(), other.hashCode());
    }

    @Test
    void theScaleOfADecimalCountsForEquality() {
        Attributes shorter = Attributes.of(Map.of("cpm", new BigDecimal("25.5")));
        Attributes longer = Attributes.of(Map.of("cpm", new BigDecimal("25.50")));

        assertNotEquals(shorter, longer);
        assertNotEquals(shorter.hashCode(), longer.hashCode());
    }

    @Test
    void textIsNotTheNumberItSpells() {
        Attributes text = Attributes.of(Map.of("views", "1"));

        assertNotEquals(Attributes.of(Map.of("views", 1)), text);
        assertNotEquals(Attributes.of(Map.of("views", new BigDecimal("1"))), text);
    }

    @Test
    void mapsOfOtherKindsAreNotEqual() {
        assertNotEquals((Object) ABC.asMap(), ABC);
    }

    @Test
    void noTextFormShowsAnyContent() {
        Attributes secret = Attributes.of(Map.of(
                "text",
                "Secret",
                "whole",
                777,
                "decimal",
                new BigDecimal("777.7"),
                "list",
                List.of("Secret", 777),
                "map",
                Map.of("Secret", "Secret"),
                "flag",
                true));

        String shown = secret + " " + secret.asMap().values();

        assertTrue(!shown.contains("Secret") && !shown.contains("777") && !shown.contains("true"), shown);
    }

    @Test
    void theTextFormTellsKindAndSize() {
        assertEquals("Attributes[2 keys, 13 bytes]", ABC.without(List.of("c")).toString());
        assertEquals("Text[6 characters]", AttributeValue.of("k", "Secret").toString());
        assertEquals("WholeNumber", AttributeValue.of("k", 777).toString());
        assertEquals("Decimal", AttributeValue.of("k", new BigDecimal("7.7")).toString());
        assertEquals("Flag", AttributeValue.of("k", true).toString());
        assertEquals("Items[2]", AttributeValue.of("k", List.of(1, 2)).toString());
        assertEquals("Fields[1]", AttributeValue.of("k", Map.of("a", 1)).toString());
        assertEquals("NULL", AttributeValue.of("k", null).toString());
    }
}
