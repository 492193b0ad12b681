package dev.parley.documents;

import dev.parley.domain.attributes.AttributeValue;
import dev.parley.domain.attributes.AttributeValue.Decimal;
import dev.parley.domain.attributes.AttributeValue.Fields;
import dev.parley.domain.attributes.AttributeValue.Flag;
import dev.parley.domain.attributes.AttributeValue.Items;
import dev.parley.domain.attributes.AttributeValue.Text;
import dev.parley.domain.attributes.AttributeValue.Unknown;
import dev.parley.domain.attributes.AttributeValue.WholeNumber;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Makes compact JSON of plain data and attributes. What stands between the strings needs no generator, and each step of
 * a negotiation writes its context.
 */
final class JsonWriter {
    private static final JsonStringEncoder ESCAPES = JsonStringEncoder.getInstance();

    private final StringBuilder text;
    private int depth;

    /**
     * @param size about how long the text will be
     */
    JsonWriter(int size) {
        this.text = new StringBuilder(size);
    }

    /** What has been written. */
    String written() {
        return text.toString();
    }

    void write(@Nullable Object plain) {
        if (plain instanceof Map<?, ?> map) {
            open('{');
            map.forEach((key, value) -> {
                name(String.valueOf(key));
                write(value);
            });
            close('}');
        } else if (plain instanceof Iterable<?> items) {
            open('[');
            items.forEach(item -> {
                separate();
                write(item);
            });
            close(']');
        } else if (plain instanceof String string) {
            quote(string);
        } else if (plain instanceof Attributes attributes) {
            write(attributes);
        } else if (plain instanceof AttributeValue value) {
            write(value);
        } else if (plain == null
                || plain instanceof Boolean
                || plain instanceof BigDecimal
                || plain instanceof BigInteger
                || plain instanceof Long
                || plain instanceof Integer) {
            text.append(plain);
        } else {
            throw new IllegalArgumentException(
                    "JSON has no form for " + plain.getClass().getName());
        }
    }

    private void write(Attributes attributes) {
        open('{');
        attributes.asMap().forEach((key, value) -> {
            name(AttributesJson.written(key));
            write(value);
        });
        close('}');
    }

    private void write(AttributeValue value) {
        if (value instanceof Text string) {
            quote(string.value());
        } else if (value instanceof Decimal decimal) {
            // The digits, sign, point and exponent of a decimal need no escape.
            text.append("{\"" + Tags.DECIMAL + "\":\"").append(decimal.value()).append("\"}");
        } else if (value instanceof WholeNumber number) {
            text.append(number.value());
        } else if (value instanceof Flag flag) {
            text.append(flag.value());
        } else if (value instanceof Items items) {
            open('[');
            items.values().forEach(item -> {
                separate();
                write(item);
            });
            close(']');
        } else if (value instanceof Fields fields) {
            write(fields.attributes());
        } else if (value instanceof Unknown unknown) {
            text.append(readable(unknown));
        } else {
            text.append((Object) null);
        }
    }

    private void open(char bracket) {
        if (++depth > JsonText.MAX_DEPTH) {
            throw new IllegalArgumentException("nests deeper than " + JsonText.MAX_DEPTH + " levels");
        }
        text.append(bracket);
    }

    private void close(char bracket) {
        depth--;
        text.append(bracket);
    }

    private void name(String name) {
        separate();
        quote(name);
        text.append(':');
    }

    /** A comma behind whatever is not the first in its brackets. */
    private void separate() {
        char last = text.charAt(text.length() - 1);
        if (last != '{' && last != '[') {
            text.append(',');
        }
    }

    private void quote(String string) {
        text.append('"');
        if (needsEscape(string)) {
            ESCAPES.quoteAsString(string, text);
        } else {
            text.append(string);
        }
        text.append('"');
    }

    private static boolean needsEscape(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return true;
            }
        }
        return false;
    }

    /** One that a program made up could be no JSON at all, and make all that stands around it unreadable. */
    private static String readable(Unknown unknown) {
        if (!unknown.equals(JsonText.parseStored("unknown value", unknown.json()))) {
            throw new InvalidValueException("unknown value", "is of no unknown type; keep only what a store gave");
        }
        return unknown.json();
    }
}
