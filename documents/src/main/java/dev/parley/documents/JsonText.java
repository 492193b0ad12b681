package dev.parley.documents;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.ValueTooLargeException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON text as plain Java data: {@code Map}, {@code List}, {@code String}, {@code BigInteger}, {@code BigDecimal},
 * {@code Boolean} and null. Numbers are read from their tokens, never through floating point. Thread-safe.
 */
public final class JsonText {
    /** Deeper than the domain allows for a value, so that the domain's own error names the key. */
    static final int MAX_DEPTH = 100;

    private static final int SHORT = 128;

    private static final int MAX_STRING = 1 << 23;

    /** More than a mebibyte of the shortest values has; a line of eight would otherwise become a gigabyte of objects. */
    private static final int MAX_TOKENS = 1_200_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .maxNameLength(MAX_STRING)
                    .maxNumberLength(1_000)
                    .maxTokenCount(MAX_TOKENS)
                    .build())
            .build();

    private JsonText() {}

    /**
     * Reads one JSON value.
     *
     * @param subject the name of the text, for the error
     * @throws ValueTooLargeException if it nests deeper than 100 levels, has an oversized number, string or key, or more than
     *     1,200,000 values and keys
     * @throws InvalidValueException if it is not JSON, has a key twice, or something behind the value; the message
     *     never quotes the text
     */
    public static @Nullable Object parse(String subject, String text) {
        return parse(subject, text, false);
    }

    /**
     * Reads one JSON value as {@link #parse} does, but for objects of types that only a newer version knows: each is an
     * {@link dev.parley.domain.attributes.AttributeValue.Unknown}.
     */
    static @Nullable Object parseStored(String subject, String text) {
        return parse(subject, text, true);
    }

    private static @Nullable Object parse(String subject, String text, boolean stored) {
        return tokens(subject, text, parser -> new JsonReader(subject, text, parser, stored).only());
    }

    /** What the tokens of a text mean, its malformations and limits told as {@link #parse} tells them. */
    static <T extends @Nullable Object> T tokens(String subject, String text, Function<JsonParser, T> meaning) {
        try (JsonParser parser = parser(text)) {
            return meaning.apply(parser);
        } catch (StreamConstraintsException tooLarge) {
            throw new ValueTooLargeException(
                    subject,
                    "exceeds a limit: " + MAX_DEPTH + " levels of nesting, 1000 characters of a number, " + MAX_STRING
                            + " of a string or a key, " + MAX_TOKENS + " values and keys");
        } catch (JacksonException malformed) {
            // Its own message would quote the text, which may be confidential.
            throw new InvalidValueException(subject, "is no valid JSON" + position(malformed));
        }
    }

    /** The tokens of a text, within all limits. */
    static JsonParser parser(String text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    /** The tokens of a text in UTF-8, within all limits. */
    static JsonParser parser(byte[] utf8) {
        return FACTORY.createParser(ObjectReadContext.empty(), utf8);
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

    /**
     * Writes plain Java data, and attributes in {@link Dialect#PARLEY} wherever they stand in it, as compact JSON,
     * characters outside ASCII as they are.
     */
    public static String write(@Nullable Object plain) {
        JsonWriter writer =
                new JsonWriter(plain instanceof Attributes attributes ? (int) attributes.encodedSize() : SHORT);
        writer.write(plain);
        return writer.written();
    }

    private static String position(JacksonException malformed) {
        long offset =
                malformed.getLocation() == null ? -1 : malformed.getLocation().getCharOffset();
        return offset < 0 ? "" : " at character " + (offset + 1);
    }
}
