package dev.parley.domain.attributes;

import dev.parley.domain.attributes.AttributeValue.Decimal;
import dev.parley.domain.attributes.AttributeValue.Fields;
import dev.parley.domain.attributes.AttributeValue.Flag;
import dev.parley.domain.attributes.AttributeValue.Items;
import dev.parley.domain.attributes.AttributeValue.Null;
import dev.parley.domain.attributes.AttributeValue.Text;
import dev.parley.domain.attributes.AttributeValue.Unknown;
import dev.parley.domain.attributes.AttributeValue.WholeNumber;
import dev.parley.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A key of an {@link Attributes} map together with the type of its value, so that reading needs no cast. Thread-safe.
 *
 * @param <T> the Java type of the value
 */
public final class AttributeKey<T> {
    private final String name;
    private final Class<? extends AttributeValue> kind;
    private final Function<AttributeValue, T> reader;
    private final Function<T, AttributeValue> writer;

    private <V extends AttributeValue> AttributeKey(
            String name, Class<V> kind, Function<V, T> reader, Function<T, AttributeValue> writer) {
        this.name = name;
        this.kind = kind;
        this.reader = value -> reader.apply(kind.cast(value));
        this.writer = writer;
    }

    /** A key whose value is text. */
    public static AttributeKey<String> text(String name) {
        return new AttributeKey<>(name, Text.class, Text::value, Text::new);
    }

    /** A key whose value is a whole number. */
    public static AttributeKey<BigInteger> wholeNumber(String name) {
        return new AttributeKey<>(name, WholeNumber.class, WholeNumber::value, WholeNumber::new);
    }

    /** A key whose value is a decimal. */
    public static AttributeKey<BigDecimal> decimal(String name) {
        return new AttributeKey<>(name, Decimal.class, Decimal::value, Decimal::new);
    }

    /** A key whose value is a flag. */
    public static AttributeKey<Boolean> flag(String name) {
        return new AttributeKey<>(name, Flag.class, Flag::value, Flag::new);
    }

    /** A key whose value is a list. */
    public static AttributeKey<List<AttributeValue>> list(String name) {
        return new AttributeKey<>(name, Items.class, Items::values, Items::new);
    }

    /** A key whose value is a map. */
    public static AttributeKey<Attributes> map(String name) {
        return new AttributeKey<>(name, Fields.class, Fields::attributes, Fields::new);
    }

    /** The key as it stands in the map. */
    public String name() {
        return name;
    }

    Optional<T> read(AttributeValue value) {
        if (value == Null.NULL) {
            return Optional.empty();
        }
        if (value instanceof Unknown) {
            throw new InvalidValueException(
                    name,
                    "was written by a newer version, in a type that this one does not know; read it with that one");
        }
        if (!kind.isInstance(value)) {
            throw new InvalidValueException(
                    name,
                    "is of type " + value.getClass().getSimpleName() + ", not " + kind.getSimpleName()
                            + "; read it with a key of its own type");
        }
        return Optional.of(reader.apply(value));
    }

    AttributeValue write(T value) {
        return writer.apply(value);
    }

    @Override
    public String toString() {
        return name + ": " + kind.getSimpleName();
    }
}
