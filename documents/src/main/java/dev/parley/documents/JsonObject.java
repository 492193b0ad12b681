package dev.parley.documents;

import dev.parley.domain.attributes.AttributeValue.Unknown;
import dev.parley.domain.value.ExactDecimal;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.ValueTooLargeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An object of JSON text whose members are read by type. Each reading method throws {@link InvalidValueException} with
 * the member's full name if it is missing or of another type; the {@code optional} ones take a missing or null member
 * for null.
 */
public final class JsonObject {
    private static final String ENGAGEMENT_RATE = "engagement_rate";

    private final String path;
    private final Map<String, @Nullable Object> values;

    private JsonObject(String path, Map<String, @Nullable Object> values) {
        this.path = path;
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * Takes plain data that must be an object.
     *
     * @param path the object's name, for the error
     */
    public static JsonObject of(String path, @Nullable Object plain) {
        if (plain instanceof Unknown) {
            throw new InvalidValueException(
                    path,
                    "was written by a newer version, in a type that this one does not know; read it with that one");
        }
        if (!(plain instanceof Map<?, ?> map)) {
            throw new InvalidValueException(path, "must be a JSON object");
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put(String.valueOf(key), value));
        return new JsonObject(path, values);
    }

    /** The object's name, for errors. */
    public String path() {
        return path;
    }

    /** All members in their order, unmodifiable. */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    /** A member, missing and null alike being null. */
    public @Nullable Object optional(String name) {
        return values.get(name);
    }

    /** A member of any type but null. */
    public Object required(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new InvalidValueException(below(name), "is required");
        }
        return value;
    }

    /** A text. */
    public String text(String name) {
        return text(name, required(name));
    }

    /** A text, or null. */
    public @Nullable String optionalText(String name) {
        Object value = optional(name);
        return value == null ? null : text(name, value);
    }

    /** A whole number that fits into an int. */
    public int integer(String name) {
        long value = whole(name, required(name));
        if (value != (int) value) {
            throw new InvalidValueException(below(name), "is out of range");
        }
        return (int) value;
    }

    /** A whole number that fits into a long, or null. */
    public @Nullable Long optionalWhole(String name) {
        Object value = optional(name);
        return value == null ? null : whole(name, value);
    }

    /** A decimal: text, a whole number, or a fraction where the dialect allows one. */
    public BigDecimal decimal(String name, Dialect dialect) {
        return decimal(name, required(name), dialect);
    }

    /** A decimal as {@link #decimal}, or null. */
    public @Nullable BigDecimal optionalDecimal(String name, Dialect dialect) {
        Object value = optional(name);
        return value == null ? null : decimal(name, value, dialect);
    }

    /** An instant in ISO 8601; without an offset it is UTC. */
    public Instant instant(String name) {
        return InstantText.parse(below(name), text(name));
    }

    /** An object. */
    public JsonObject object(String name) {
        return of(below(name), required(name));
    }

    /** An object, or null. */
    public @Nullable JsonObject optionalObject(String name) {
        Object value = optional(name);
        return value == null ? null : of(below(name), value);
    }

    /** An array. */
    public List<@Nullable Object> array(String name) {
        if (required(name) instanceof List<?> list) {
            return Collections.unmodifiableList(new ArrayList<@Nullable Object>(list));
        }
        throw new InvalidValueException(below(name), "must be a JSON array");
    }

    /** An array of objects. */
    public List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        for (Object item : array(name)) {
            objects.add(of(item(name, objects.size()), item));
        }
        return objects;
    }

    /** An array of texts. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object item : array(name)) {
            texts.add(text(name + "[" + texts.size() + "]", item));
        }
        return texts;
    }

    /** This object without some members. */
    public JsonObject without(Collection<String> names) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(names);
        return new JsonObject(path, rest);
    }

    /**
     * Refuses members that would otherwise be lost unseen.
     *
     * @throws InvalidValueException if there is a member of another name
     */
    public void requireOnly(Collection<String> names) {
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw new InvalidValueException(
                        below(name),
                        "is not known here; known are "
                                + names.stream().sorted().toList());
            }
        }
    }

    /** Makes something of this object, and puts the object's name before that of a value that the domain refuses. */
    <T> T named(Supplier<T> meaning) {
        try {
            return meaning.get();
        } catch (ValueTooLargeException refused) {
            throw new ValueTooLargeException(full(refused.subject()), refused.problem());
        } catch (InvalidValueException refused) {
            throw new InvalidValueException(full(refused.subject()), refused.problem());
        }
    }

    static BigDecimal fraction(String path, String name, BigDecimal value, Dialect dialect, String remedy) {
        if (dialect == Dialect.PARLEY && !name.equals(ENGAGEMENT_RATE)) {
            throw new InvalidValueException(
                    path, "is a fraction written as a JSON number, which is not exact; write " + remedy);
        }
        return ExactDecimal.bounded(path, value);
    }

    private BigDecimal decimal(String name, Object value, Dialect dialect) {
        if (value instanceof String text) {
            return ExactDecimal.parse(below(name), text);
        }
        if (value instanceof BigInteger whole) {
            return new BigDecimal(ExactDecimal.bounded(below(name), whole));
        }
        if (value instanceof BigDecimal decimal) {
            return fraction(below(name), name, decimal, dialect, "\"25.50\"");
        }
        throw new InvalidValueException(below(name), "must be a decimal in a string, such as \"25.50\"");
    }

    private String text(String name, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new InvalidValueException(below(name), "must be a string");
    }

    private long whole(String name, Object value) {
        if (value instanceof BigInteger whole && whole.bitLength() < Long.SIZE) {
            return whole.longValue();
        }
        throw new InvalidValueException(below(name), "must be a whole number of at most 64 bits");
    }

    private String item(String name, int index) {
        return below(name) + "[" + index + "]";
    }

    private String full(String subject) {
        return subject.startsWith(path) ? subject : below(subject);
    }

    private String below(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
