package dev.parley.documents;

import dev.parley.domain.value.ExactDecimal;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.ValueTooLargeException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON text as plain Java data: {@code Map}, {@code List}, {@code String}, {@code BigInteger}, {@code BigDecimal},
 * {@code Boolean} and null. Numbers are read from their tokens, never through floating point. Thread-safe.
 */
public final class JsonText {
    /** Deeper than the domain allows for a value, so that the domain's own error names the key. */
    private static final int MAX_DEPTH = 100;

    private static final int MAX_STRING = 1 << 23;

    /** More than a mebibyte of the shortest values has; a line of eight would otherwise become a gigabyte of objects. */
    private static final int MAX_TOKENS = 1_200_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .maxNumberLength(1_000)
                    .maxTokenCount(MAX_TOKENS)
                    .build())
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private JsonText() {}

    /**
     * Reads one JSON value.
     *
     * @param subject the name of the text, for the error
     * @throws ValueTooLargeException if it nests deeper than 100 levels, has an oversized number or string, or more than
     *     1,200,000 values and keys
     * @throws InvalidValueException if it is not JSON, has a key twice, or something behind the value; the message
     *     never quotes the text
     */
    public static @Nullable Object parse(String subject, String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Object value = value(subject, parser);
            if (parser.nextToken() != null) {
                throw new InvalidValueException(subject, "has something behind its JSON value");
            }
            return value;
        } catch (StreamConstraintsException tooLarge) {
            throw new ValueTooLargeException(
                    subject,
                    "exceeds a limit: " + MAX_DEPTH + " levels of nesting, 1000 characters of a number, " + MAX_STRING
                            + " of a string, " + MAX_TOKENS + " values and keys");
        } catch (JacksonException malformed) {
            // Its own message would quote the text, which may be confidential.
            throw new InvalidValueException(subject, "is no valid JSON" + position(malformed));
        }
    }

    /**
     * Reads one JSON object.
     *
     * @param subject the name of the text, for the error
     * @throws InvalidValueException as {@link #parse}, and if it is no object
     */
    public static JsonObject parseObject(String subject, String text) {
        return JsonObject.of(subject, parse(subject, text));
    }

    /** Writes plain Java data as compact JSON, characters outside ASCII as they are. */
    public static String write(@Nullable Object plain) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(generator, plain);
        }
        return text.toString();
    }

    private static String position(JacksonException malformed) {
        long offset =
                malformed.getLocation() == null ? -1 : malformed.getLocation().getCharOffset();
        return offset < 0 ? "" : " at character " + (offset + 1);
    }

    private static @Nullable Object value(String subject, JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new InvalidValueException(subject, "is empty, where a JSON value is expected");
        }
        return switch (token) {
            case START_OBJECT -> object(subject, parser);
            case START_ARRAY -> array(subject, parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> new BigInteger(parser.getString());
            case VALUE_NUMBER_FLOAT -> fraction(subject, parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new InvalidValueException(subject, "is no valid JSON");
        };
    }

    private static BigDecimal fraction(String subject, JsonParser parser) {
        try {
            return ExactDecimal.parse(subject, parser.getString());
        } catch (ValueTooLargeException tooLarge) {
            // The path costs more than the number, so it is made only where it is needed.
            throw new ValueTooLargeException(path(subject, parser), tooLarge.problem());
        }
    }

    private static Map<String, @Nullable Object> object(String subject, JsonParser parser) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            parser.nextToken();
            if (object.containsKey(key)) {
                throw new InvalidValueException(path(subject, parser), "stands twice in one object");
            }
            object.put(key, value(subject, parser));
        }
        return object;
    }

    private static List<@Nullable Object> array(String subject, JsonParser parser) {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(subject, parser));
        }
        return array;
    }

    private static String path(String subject, JsonParser parser) {
        return subject + parser.streamReadContext().pathAsPointer().toString().replace('/', '.');
    }

    private static void write(JsonGenerator generator, @Nullable Object plain) {
        if (plain == null) {
            generator.writeNull();
        } else if (plain instanceof Map<?, ?> map) {
            generator.writeStartObject();
            map.forEach((key, value) -> {
                generator.writeName(String.valueOf(key));
                write(generator, value);
            });
            generator.writeEndObject();
        } else if (plain instanceof Iterable<?> items) {
            generator.writeStartArray();
            items.forEach(item -> write(generator, item));
            generator.writeEndArray();
        } else if (plain instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (plain instanceof BigDecimal decimal) {
            generator.writeNumber(decimal);
        } else if (plain instanceof BigInteger whole) {
            generator.writeNumber(whole);
        } else if (plain instanceof Long || plain instanceof Integer) {
            generator.writeNumber(((Number) plain).longValue());
        } else if (plain instanceof String text) {
            generator.writeString(text);
        } else {
            throw new IllegalArgumentException(
                    "JSON has no form for " + plain.getClass().getName());
        }
    }
}
