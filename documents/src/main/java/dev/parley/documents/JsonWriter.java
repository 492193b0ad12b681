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
import tools.jackson.core.JsonGenerator;

/** Makes tokens of plain data. */
final class JsonWriter {
    private final JsonGenerator generator;

    JsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    void write(@Nullable Object plain) {
        if (plain == null) {
            generator.writeNull();
        } else if (plain instanceof Map<?, ?> map) {
            generator.writeStartObject();
            map.forEach((key, value) -> {
                generator.writeName(String.valueOf(key));
                write(value);
            });
            generator.writeEndObject();
        } else if (plain instanceof Iterable<?> items) {
            generator.writeStartArray();
            items.forEach(this::write);
            generator.writeEndArray();
        } else if (plain instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (plain instanceof BigDecimal decimal) {
            generator.writeNumber(decimal);
        } else if (plain instanceof BigInteger whole) {
            write(whole);
        } else if (plain instanceof Long || plain instanceof Integer) {
            generator.writeNumber(((Number) plain).longValue());
        } else if (plain instanceof String text) {
            generator.writeString(text);
        } else if (plain instanceof Attributes attributes) {
            write(attributes);
        } else if (plain instanceof AttributeValue value) {
            write(value);
        } else {
            throw new IllegalArgumentException(
                    "JSON has no form for " + plain.getClass().getName());
        }
    }

    private void write(Attributes attributes) {
        generator.writeStartObject();
        attributes.asMap().forEach((key, value) -> {
            generator.writeName(AttributesJson.written(key));
            write(value);
        });
        generator.writeEndObject();
    }

    private void write(AttributeValue value) {
        if (value instanceof Text text) {
            generator.writeString(text.value());
        } else if (value instanceof Decimal decimal) {
            generator.writeStartObject();
            generator.writeName(Tags.DECIMAL);
            generator.writeString(decimal.value().toString());
            generator.writeEndObject();
        } else if (value instanceof WholeNumber number) {
            write(number.value());
        } else if (value instanceof Flag flag) {
            generator.writeBoolean(flag.value());
        } else if (value instanceof Items items) {
            generator.writeStartArray();
            items.values().forEach(this::write);
            generator.writeEndArray();
        } else if (value instanceof Fields fields) {
            write(fields.attributes());
        } else if (value instanceof Unknown unknown) {
            generator.writeRawValue(readable(unknown));
        } else {
            generator.writeNull();
        }
    }

    private void write(BigInteger whole) {
        if (whole.bitLength() < Long.SIZE) {
            generator.writeNumber(whole.longValue());
        } else {
            generator.writeNumber(whole);
        }
    }

    /** One that a program made up could be no JSON at all, and make all that stands around it unreadable. */
    private static String readable(Unknown unknown) {
        if (!unknown.equals(JsonText.parseStored("unknown value", unknown.json()))) {
            throw new InvalidValueException("unknown value", "is of no unknown type; keep only what a store gave");
        }
        return unknown.json();
    }
}
