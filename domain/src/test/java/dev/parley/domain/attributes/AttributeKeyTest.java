package dev.parley.domain.attributes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.attributes.AttributeValue.Null;
import dev.parley.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributeKeyTest {
    private static final AttributeKey<BigDecimal> CPM = AttributeKey.decimal("cpm");

    @Test
    void whatIsWrittenUnderATypedKeyIsReadBack() {
        assertReadBack(AttributeKey.text("k"), "Ana");
        assertReadBack(AttributeKey.wholeNumber("k"), BigInteger.TWO.pow(70));
        assertReadBack(AttributeKey.decimal("k"), new BigDecimal("25.50"));
        assertReadBack(AttributeKey.flag("k"), true);
        assertReadBack(AttributeKey.flag("k"), false);
        assertReadBack(AttributeKey.list("k"), List.of(Null.NULL, new AttributeValue.Text("x")));
        assertReadBack(AttributeKey.map("k"), Attributes.of(Map.of("x", 1)));
    }

    private static <T> void assertReadBack(AttributeKey<T> key, T value) {
        Attributes attributes = Attributes.empty().with(key, value);

        assertEquals(Optional.of(value), attributes.get(key), key::toString);
        assertEquals(List.of("k"), List.copyOf(attributes.asMap().keySet()), key::toString);
    }

    @Test
    void aTypedKeyReadsWhatWasGivenAsPlainData() {
        Attributes attributes = Attributes.of(Map.of("cpm", new BigDecimal("25.50")));

        assertEquals(Optional.of(new BigDecimal("25.50")), attributes.get(CPM));
    }

    @Test
    void anAbsentKeyAndANullReadAsEmpty() {
        assertEquals(Optional.empty(), Attributes.empty().get(CPM));
        assertEquals(Optional.empty(), Attributes.empty().with("cpm", null).get(CPM));
    }

    @Test
    void aValueOfAnotherTypeIsRefusedWithBothTypes() {
        Attributes attributes = Attributes.of(Map.of("cpm", "25.50"));

        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> attributes.get(CPM));

        assertEquals("cpm: is of type Text, not Decimal; read it with a key of its own type", refused.getMessage());
        assertEquals("cpm", refused.subject());
    }

    @Test
    void aWholeNumberIsNotADecimal() {
        Attributes attributes = Attributes.of(Map.of("cpm", 25));

        assertThrows(InvalidValueException.class, () -> attributes.get(CPM));
    }

    @Test
    void aKeyNamesItselfAndItsType() {
        assertEquals("cpm", CPM.name());
        assertEquals("cpm: Decimal", CPM.toString());
    }
}
