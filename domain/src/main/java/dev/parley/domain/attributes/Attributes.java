package dev.parley.domain.attributes;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from text to typed values that is stored without loss: order, scale, nulls and every character
 * survive. It carries what Parley does not interpret, such as the context of a negotiation.
 *
 * <p>Refused at the door, with an error that names the key: floating point, lone surrogates, numbers beyond {@link
 * dev.parley.domain.value.ExactDecimal#MAX_DIGITS} digits or {@link dev.parley.domain.value.ExactDecimal#MAX_SCALE},
 * lists and maps nested deeper than {@link #MAX_DEPTH}, and more than {@link #MAX_BYTES} in all. Thread-safe.
 */
public final class Attributes {
    /** How many lists and maps may stand inside each other as a value: 64. */
    public static final int MAX_DEPTH = 64;

    /** How large a map may be as compact JSON text in UTF-8: one mebibyte. */
    public static final int MAX_BYTES = 1 << 20;

    private static final Attributes EMPTY = new Attributes(Map.of(), 0, 2);

    private final Map<String, AttributeValue> values;
    private final int depth;
    private final long encodedSize;

    private Attributes(Map<String, AttributeValue> values, int depth, long encodedSize) {
        this.values = values;
        this.depth = depth;
        this.encodedSize = encodedSize;
    }

    /** A map without keys. */
    public static Attributes empty() {
        return EMPTY;
    }

    /**
     * Copies plain Java data as {@link AttributeValue#of} converts it.
     *
     * @throws dev.parley.domain.value.InvalidValueException if a value is refused
     */
    public static Attributes of(Map<String, ? extends @Nullable Object> plain) {
        return PlainObjects.fields("", plain, 0);
    }

    /**
     * Copies typed values.
     *
     * @throws dev.parley.domain.value.InvalidValueException if a value is refused
     */
    public static Attributes ofValues(Map<String, AttributeValue> values) {
        return checked("", new LinkedHashMap<>(values));
    }

    /**
     * Checks typed values and keeps the map, which nobody changes from now on.
     *
     * @param prefix what stands before each key in a message, such as {@code context.}
     */
    static Attributes checked(String prefix, Map<String, AttributeValue> values) {
        long bytes = 2L + Math.max(0, values.size() - 1);
        int depth = 0;
        for (Map.Entry<String, AttributeValue> entry : values.entrySet()) {
            String path = prefix.isEmpty() ? entry.getKey() : prefix + entry.getKey();
            bytes += Limits.keyBytes(path, entry.getKey()) + Limits.measure(path, entry.getValue(), 0);
            Limits.requireBytes(path, bytes);
            depth = Math.max(depth, Limits.depth(entry.getValue()));
        }
        return new Attributes(Collections.unmodifiableMap(values), depth, bytes);
    }

    /** The value of a key, or empty if the key is absent; an explicit null is present as {@link AttributeValue.Null}. */
    public Optional<AttributeValue> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * The value of a typed key, or empty if it is absent or null.
     *
     * @throws dev.parley.domain.value.InvalidValueException if the value is of another type
     */
    public <T> Optional<T> get(AttributeKey<T> key) {
        return get(key.name()).flatMap(key::read);
    }

    /**
     * This map with one value set; the key keeps its place if it was there.
     *
     * @throws dev.parley.domain.value.InvalidValueException if the value is refused
     */
    public Attributes with(String key, @Nullable Object value) {
        return withAll(checked("", Map.of(key, AttributeValue.of(key, value))));
    }

    /**
     * This map with one typed value set.
     *
     * @throws dev.parley.domain.value.InvalidValueException if the value is refused
     */
    public <T> Attributes with(AttributeKey<T> key, T value) {
        return with(key.name(), key.write(value));
    }

    /**
     * This map with every key of another set to its value there; what both have is replaced whole, not merged.
     *
     * @throws dev.parley.domain.value.ValueTooLargeException if the two together are too large
     */
    public Attributes withAll(Attributes other) {
        if (other.values.isEmpty()) {
            return this;
        }
        Map<String, AttributeValue> changed = new LinkedHashMap<>(values);
        long bytes = encodedSize + other.encodedSize - 2;
        boolean shallower = false;
        for (Map.Entry<String, AttributeValue> entry : other.values.entrySet()) {
            AttributeValue replaced = changed.put(entry.getKey(), entry.getValue());
            if (replaced != null) {
                bytes -= Limits.keyBytes("", entry.getKey()) + Limits.measure("", replaced, 0) + 1;
                shallower |= Limits.depth(replaced) == depth && depth > 0;
            }
        }
        bytes += values.isEmpty() ? 0 : 1;
        // Both were checked when they were made, so what is new is their size together.
        boolean fits = !shallower && bytes <= MAX_BYTES;
        return fits
                ? new Attributes(Collections.unmodifiableMap(changed), Math.max(depth, other.depth), bytes)
                : checked("", changed);
    }

    /** This map without some keys; a key that is not there is no error. */
    public Attributes without(Collection<String> keys) {
        if (keys.stream().noneMatch(values::containsKey)) {
            return this;
        }
        Map<String, AttributeValue> changed = new LinkedHashMap<>(values);
        keys.forEach(changed::remove);
        return checked("", changed);
    }

    /** The entries in their order, unmodifiable. */
    public Map<String, AttributeValue> asMap() {
        return values;
    }

    /** How many lists and maps stand inside each other in the deepest value; 0 if no value is a list or a map. */
    public int depth() {
        return depth;
    }

    /**
     * The bytes of this map as compact JSON in UTF-8, where a decimal is written {@code {"$decimal":"25.50"}}, a key
     * that begins with {@code $} has one more, only what JSON demands is escaped, and what a newer version wrote in a type
     * of its own stands as it was.
     */
    public long encodedSize() {
        return encodedSize;
    }

    /** Equal if the same keys have equal values; the order of keys does not count, the scale of a decimal does. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attributes attributes && values.equals(attributes.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Whether another map is equal and has its keys in the same order, those of the maps inside it, too. */
    public boolean isIdenticalTo(Attributes other) {
        return SameOrder.of(this, other);
    }

    /** The number of keys and bytes; never a value, which may be confidential. */
    @Override
    public String toString() {
        return "Attributes[" + values.size() + " keys, " + encodedSize + " bytes]";
    }
}
