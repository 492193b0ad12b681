package dev.parley.domain.attributes;

import dev.parley.domain.attributes.AttributeValue.Decimal;
import dev.parley.domain.attributes.AttributeValue.Fields;
import dev.parley.domain.attributes.AttributeValue.Flag;
import dev.parley.domain.attributes.AttributeValue.Items;
import dev.parley.domain.attributes.AttributeValue.Unknown;
import dev.parley.domain.attributes.AttributeValue.WholeNumber;
import dev.parley.domain.value.ExactDecimal;
import dev.parley.domain.value.Text;
import dev.parley.domain.value.ValueTooLargeException;

/**
 * Walks a value once: checks every leaf and counts the bytes of its compact JSON text in UTF-8. The walk goes no
 * deeper than the limit, so that a hostile structure cannot exhaust the stack.
 */
final class Limits {
    /** {@code {"$decimal":""}} without the digits. */
    private static final long DECIMAL_FRAME = 15;

    private Limits() {}

    static void requireDepth(String path, int depth) {
        if (depth > Attributes.MAX_DEPTH) {
            throw new ValueTooLargeException(
                    path, "nests deeper than " + Attributes.MAX_DEPTH + " lists and maps; flatten the structure");
        }
    }

    static void requireBytes(String subject, long bytes) {
        if (bytes > Attributes.MAX_BYTES) {
            throw new ValueTooLargeException(
                    subject,
                    "takes " + bytes + " bytes as JSON in UTF-8, at most " + Attributes.MAX_BYTES
                            + " are allowed; keep large texts elsewhere and store a reference");
        }
    }

    /**
     * Checks a value and counts the bytes of its JSON text.
     *
     * @param depth how many lists and maps stand around the value
     */
    static long measure(String path, AttributeValue value, int depth) {
        if (value instanceof AttributeValue.Text text) {
            return quotedBytes(Text.wellFormed(path, text.value()));
        }
        if (value instanceof WholeNumber number) {
            return ExactDecimal.bounded(path, number.value()).toString().length();
        }
        if (value instanceof Decimal decimal) {
            return DECIMAL_FRAME
                    + ExactDecimal.bounded(path, decimal.value()).toString().length();
        }
        if (value instanceof Flag flag) {
            return flag.value() ? 4 : 5;
        }
        if (value instanceof Items items) {
            return measureItems(path, items, depth + 1);
        }
        if (value instanceof Fields fields) {
            requireDepth(path, depth + 1 + fields.attributes().depth());
            return fields.attributes().encodedSize();
        }
        if (value instanceof Unknown unknown) {
            requireDepth(path, depth + UnknownJson.depth(unknown.json()));
            return utf8Bytes(Text.wellFormed(path, unknown.json()));
        }
        return 4;
    }

    static int depth(AttributeValue value) {
        if (value instanceof Items items) {
            int deepest = 0;
            for (AttributeValue item : items.values()) {
                deepest = Math.max(deepest, depth(item));
            }
            return 1 + deepest;
        }
        if (value instanceof Fields fields) {
            return 1 + fields.attributes().depth();
        }
        return value instanceof Unknown unknown ? UnknownJson.depth(unknown.json()) : 0;
    }

    static long keyBytes(String path, String key) {
        int escape = key.startsWith("$") ? 1 : 0;
        return quotedBytes(Text.wellFormed(path, key)) + escape + 1;
    }

    private static long measureItems(String path, Items items, int depth) {
        requireDepth(path, depth);
        long bytes = 2L + Math.max(0, items.values().size() - 1);
        for (int i = 0; i < items.values().size(); i++) {
            bytes += measure(path + "[" + i + "]", items.values().get(i), depth);
        }
        return bytes;
    }

    private static long quotedBytes(String text) {
        int length = text.length();
        long bytes = 2L + length;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
                bytes += quotedBytes(c) - 1;
            }
        }
        return bytes;
    }

    private static long utf8Bytes(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            bytes += utf8Bytes(text.charAt(i));
        }
        return bytes;
    }

    private static int quotedBytes(char c) {
        if (c < 0x20) {
            return "\b\t\n\f\r".indexOf(c) >= 0 ? 2 : 6;
        }
        return c == '"' || c == '\\' ? 2 : utf8Bytes(c);
    }

    /** The bytes of one UTF-16 code unit: a surrogate is half of a pair, which takes four. */
    private static int utf8Bytes(char c) {
        if (c < 0x80) {
            return 1;
        }
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}
