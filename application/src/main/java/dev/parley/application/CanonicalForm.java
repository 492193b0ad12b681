package dev.parley.application;

import dev.parley.domain.attributes.AttributeValue;
import dev.parley.domain.attributes.AttributeValue.Decimal;
import dev.parley.domain.attributes.AttributeValue.Fields;
import dev.parley.domain.attributes.AttributeValue.Flag;
import dev.parley.domain.attributes.AttributeValue.Items;
import dev.parley.domain.attributes.AttributeValue.Text;
import dev.parley.domain.attributes.AttributeValue.Unknown;
import dev.parley.domain.attributes.AttributeValue.WholeNumber;
import dev.parley.domain.attributes.Attributes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes that are the same for equal values and differ for any others: each begins with a tag for its type,
 * and what has no fixed length with its length. The bytes go into a digest at once. Not thread-safe.
 */
final class CanonicalForm {
    private final MessageDigest digest = sha256();

    /** In UTF-16, which even holds what is no character: nothing is replaced and so made alike. */
    CanonicalForm text(String text) {
        byte[] units = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            units[2 * i] = (byte) (text.charAt(i) >> 8);
            units[2 * i + 1] = (byte) text.charAt(i);
        }
        return tag('T').number(text.length()).bytes(units);
    }

    /** With its scale. */
    CanonicalForm decimal(BigDecimal decimal) {
        return tag('D').number(decimal.scale()).digits(decimal.unscaledValue());
    }

    /** In their order. */
    <T> CanonicalForm each(Collection<? extends T> items, Consumer<? super T> form) {
        tag('L').number(items.size());
        items.forEach(form);
        return this;
    }

    <T> CanonicalForm optional(@Nullable T value, Consumer<? super T> form) {
        if (value == null) {
            return tag('-');
        }
        tag('+');
        form.accept(value);
        return this;
    }

    /** In the order of their keys, since another order makes no other map. */
    CanonicalForm attributes(Attributes attributes) {
        tag('M').number(attributes.asMap().size());
        new TreeMap<>(attributes.asMap()).forEach((key, value) -> text(key).value(value));
        return this;
    }

    private CanonicalForm value(AttributeValue value) {
        if (value instanceof Text text) {
            return text(text.value());
        }
        if (value instanceof WholeNumber number) {
            return tag('W').digits(number.value());
        }
        if (value instanceof Decimal decimal) {
            return decimal(decimal.value());
        }
        if (value instanceof Flag flag) {
            return tag(flag.value() ? 'Y' : 'N');
        }
        if (value instanceof Items items) {
            return each(items.values(), this::value);
        }
        if (value instanceof Unknown unknown) {
            return tag('U').text(unknown.json());
        }
        return value instanceof Fields fields ? attributes(fields.attributes()) : tag('0');
    }

    /** SHA-256 of what was put in, as 64 hexadecimal digits; to be asked for once. */
    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private CanonicalForm digits(BigInteger whole) {
        byte[] twosComplement = whole.toByteArray();
        return number(twosComplement.length).bytes(twosComplement);
    }

    private CanonicalForm number(int number) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (number >> shift));
        }
        return this;
    }

    private CanonicalForm tag(char tag) {
        digest.update((byte) tag);
        return this;
    }

    private CanonicalForm bytes(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(
                    "this Java has no SHA-256; run Parley on one that keeps the standard", everyJavaHasIt);
        }
    }
}
