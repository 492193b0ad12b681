package dev.parley.domain.attributes;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of an {@link Attributes} map. There is no floating point among the alternatives: what cannot be exact
 * cannot enter.
 *
 * <p>The alternatives hold what they are given; the limits are checked when a value enters a map. Their {@code
 * toString} never shows the content.
 */
public sealed interface AttributeValue {
    /**
     * Converts plain Java data: strings, booleans, {@code byte} to {@code long}, {@code BigInteger}, {@code
     * BigDecimal}, lists, maps with string keys, {@code null}, and attribute values themselves.
     *
     * @param path the name of the value, for the error
     * @throws dev.parley.domain.value.InvalidValueException if it is floating point, of another class, or beyond a
     *     limit of {@link Attributes}
     */
    static AttributeValue of(String path, @Nullable Object plain) {
        return PlainObjects.toValue(path, plain, 0);
    }

    /** Text of any script. */
    record Text(String value) implements AttributeValue {
        @Override
        public String toString() {
            return "Text[" + value.length() + " characters]";
        }
    }

    /** A whole number. */
    record WholeNumber(BigInteger value) implements AttributeValue {
        @Override
        public String toString() {
            return "WholeNumber";
        }
    }

    /** A decimal number. Two are equal only if their scales are, too. */
    record Decimal(BigDecimal value) implements AttributeValue {
        @Override
        public String toString() {
            return "Decimal";
        }
    }

    /** Yes or no. */
    record Flag(boolean value) implements AttributeValue {
        @Override
        public String toString() {
            return "Flag";
        }
    }

    /** Values in their order. */
    record Items(List<AttributeValue> values) implements AttributeValue {
        /** Copies the list. */
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return "Items[" + values.size() + "]";
        }
    }

    /** A map within the map. */
    record Fields(Attributes attributes) implements AttributeValue {
        @Override
        public String toString() {
            return "Fields[" + attributes.asMap().size() + "]";
        }
    }

    /**
     * A value of a type that only a newer version knows, kept as that version wrote it. A store gives it when it reads
     * one; all that can be done with it is to pass it on or to remove it.
     *
     * @param json the JSON object that stands for it, character for character
     */
    record Unknown(String json) implements AttributeValue {
        @Override
        public String toString() {
            return "Unknown[" + json.length() + " characters]";
        }
    }

    /** An explicit null, which is not the same as an absent key. */
    enum Null implements AttributeValue {
        /** The only one. */
        NULL
    }
}
