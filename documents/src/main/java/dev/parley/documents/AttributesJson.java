package dev.parley.documents;

import dev.parley.domain.attributes.AttributeValue;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.value.ExactDecimal;
import dev.parley.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link Attributes} as JSON text, without loss. Thread-safe. */
public final class AttributesJson {
    private AttributesJson() {}

    /** Writes attributes as compact JSON in {@link Dialect#PARLEY}; its size is {@link Attributes#encodedSize}. */
    public static String write(Attributes attributes) {
        return JsonText.write(attributes);
    }

    /**
     * Reads what {@link #write} wrote, in this version or a newer one: an object with a key that begins with one {@code
     * $} and is not known becomes an {@link AttributeValue.Unknown}, and is written again as it stood. What people and
     * programs hand in is read by {@link #fromPlain}, where such a key is a mistake.
     *
     * @param subject the name of the text, for the error
     * @throws InvalidValueException if it is no such JSON, or a value is refused by the domain
     */
    public static Attributes read(String subject, String text) {
        Attributes ordinary = OrdinaryAttributes.read(() -> JsonText.parser(text));
        return ordinary != null ? ordinary : readWithCare(subject, text);
    }

    /** Reads as {@link #read(String, String)} does, of text in UTF-8. */
    public static Attributes read(String subject, byte[] utf8) {
        Attributes ordinary = OrdinaryAttributes.read(() -> JsonText.parser(utf8));
        return ordinary != null ? ordinary : readWithCare(subject, new String(utf8, StandardCharsets.UTF_8));
    }

    private static Attributes readWithCare(String subject, String text) {
        return fromPlain(JsonObject.of(subject, JsonText.parseStored(subject, text)), Dialect.PARLEY);
    }

    /**
     * Gives plain data its meaning.
     *
     * @throws InvalidValueException if a value is refused by the dialect or the domain; the message names its key
     */
    public static Attributes fromPlain(JsonObject object, Dialect dialect) {
        return Attributes.of(decodeMap(object.path(), object.values(), dialect));
    }

    private static Map<String, @Nullable Object> decodeMap(
            String path, Map<String, ? extends @Nullable Object> plain, Dialect dialect) {
        Map<String, @Nullable Object> decoded = new LinkedHashMap<>();
        plain.forEach((key, value) -> {
            String below = path + "." + key;
            decoded.put(unescaped(below, key, dialect), decode(below, key, value, dialect));
        });
        return decoded;
    }

    private static @Nullable Object decode(String path, String key, @Nullable Object value, Dialect dialect) {
        if (value instanceof BigDecimal decimal) {
            return JsonObject.fraction(path, key, decimal, dialect, "{\"$decimal\":\"25.50\"}");
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> decoded = new ArrayList<>();
            for (Object item : list) {
                decoded.add(decode(path + "[" + decoded.size() + "]", "", item, dialect));
            }
            return decoded;
        }
        if (value instanceof Map<?, ?>) {
            JsonObject object = JsonObject.of(path, value);
            return dialect == Dialect.PARLEY && object.values().containsKey(Tags.DECIMAL)
                    ? decimal(object)
                    : decodeMap(path, object.values(), dialect);
        }
        return value;
    }

    private static BigDecimal decimal(JsonObject object) {
        if (object.values().size() != 1) {
            throw new InvalidValueException(
                    object.path(), "has " + Tags.DECIMAL + " beside other keys; write it alone");
        }
        return ExactDecimal.parse(object.path(), object.text(Tags.DECIMAL));
    }

    /** How a key stands in {@link Dialect#PARLEY}. */
    public static String written(String key) {
        return key.startsWith(Tags.ESCAPE) ? Tags.ESCAPE + key : key;
    }

    /**
     * The key that a written key stands for.
     *
     * @param path the name of the key, for the error
     * @throws InvalidValueException if it begins with an unescaped {@code $}
     */
    public static String key(String path, String written) {
        return unescaped(path, written, Dialect.PARLEY);
    }

    private static String unescaped(String path, String key, Dialect dialect) {
        if (dialect == Dialect.PLAIN || !key.startsWith(Tags.ESCAPE)) {
            return key;
        }
        if (Tags.isTag(key)) {
            throw new InvalidValueException(
                    path, "begins with an unescaped " + Tags.ESCAPE + "; write " + Tags.ESCAPE + key);
        }
        return key.substring(Tags.ESCAPE.length());
    }
}
