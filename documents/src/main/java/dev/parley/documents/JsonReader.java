package dev.parley.documents;

import dev.parley.domain.attributes.AttributeValue;
import dev.parley.domain.value.ExactDecimal;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.ValueTooLargeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Makes plain data of the tokens of one text. */
final class JsonReader {
    private final String subject;
    private final String text;
    private final JsonParser parser;
    private final boolean stored;

    /**
     * @param subject the name of the text, for the error
     * @param text what the parser reads
     * @param stored whether a newer version may have written it, so that a type that is not known is no mistake
     */
    JsonReader(String subject, String text, JsonParser parser, boolean stored) {
        this.subject = subject;
        this.text = text;
        this.parser = parser;
        this.stored = stored;
    }

    /** The one value of the text. */
    @Nullable
    Object only() {
        parser.nextToken();
        Object value = value();
        if (parser.nextToken() != null) {
            throw new InvalidValueException(subject, "has something behind its JSON value");
        }
        return value;
    }

    private @Nullable Object value() {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new InvalidValueException(subject, "is empty, where a JSON value is expected");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> new BigInteger(parser.getString());
            case VALUE_NUMBER_FLOAT -> fraction();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new InvalidValueException(subject, "is no valid JSON");
        };
    }

    private BigDecimal fraction() {
        try {
            return ExactDecimal.parse(subject, parser.getString());
        } catch (ValueTooLargeException tooLarge) {
            // The path costs more than the number, so it is made only where it is needed.
            throw new ValueTooLargeException(path(), tooLarge.problem());
        }
    }

    private Object object() {
        long start = stored ? parser.currentTokenLocation().getCharOffset() : 0;
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            parser.nextToken();
            if (object.containsKey(key)) {
                throw new InvalidValueException(path(), "stands twice in one object");
            }
            object.put(key, value());
        }
        return stored && Tags.unknownAmong(object.keySet()) ? asItStands(start) : object;
    }

    private AttributeValue asItStands(long start) {
        long end = parser.currentTokenLocation().getCharOffset() + 1;
        return new AttributeValue.Unknown(text.substring((int) start, (int) end));
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return array;
    }

    private String path() {
        return subject + parser.streamReadContext().pathAsPointer().toString().replace('/', '.');
    }
}
