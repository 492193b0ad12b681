package dev.parley.documents;

import dev.parley.domain.attributes.AttributeValue;
import dev.parley.domain.attributes.AttributeValue.Decimal;
import dev.parley.domain.attributes.AttributeValue.Fields;
import dev.parley.domain.attributes.AttributeValue.Flag;
import dev.parley.domain.attributes.AttributeValue.Items;
import dev.parley.domain.attributes.AttributeValue.Text;
import dev.parley.domain.attributes.AttributeValue.WholeNumber;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.value.ExactDecimal;
import dev.parley.domain.value.InvalidValueException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads attributes straight from their tokens, as long as there is nothing unusual about them: a start-up reads those of
 * every negotiation in flight. Whatever is damaged, of another dialect or of a newer version is left to those who can
 * tell what it means or what is wrong with it.
 */
final class OrdinaryAttributes {
    private static final String SUBJECT = "attributes";

    /** As many digits always fit into a long. */
    private static final int LONG_DIGITS = 18;

    private final JsonParser parser;

    private OrdinaryAttributes(JsonParser parser) {
        this.parser = parser;
    }

    /** The attributes, or null if they are not ordinary. */
    static @Nullable Attributes read(Supplier<JsonParser> text) {
        try (JsonParser parser = text.get()) {
            return new OrdinaryAttributes(parser).only();
        } catch (JacksonException | InvalidValueException | Unusual notOrdinary) {
            return null;
        }
    }

    private Attributes only() {
        require(parser.nextToken() == JsonToken.START_OBJECT);
        AttributeValue value = object();
        require(value instanceof Fields && parser.nextToken() == null);
        return ((Fields) value).attributes();
    }

    private AttributeValue value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> items();
            case VALUE_STRING -> new Text(parser.getString());
            case VALUE_NUMBER_INT -> new WholeNumber(whole(parser.getString()));
            case VALUE_TRUE -> new Flag(true);
            case VALUE_FALSE -> new Flag(false);
            case VALUE_NULL -> AttributeValue.Null.NULL;
            default -> throw new Unusual();
        };
    }

    private AttributeValue object() {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            if (Tags.isTag(key)) {
                require(key.equals(Tags.DECIMAL) && values.isEmpty());
                return decimal();
            }
            AttributeValue twice = values.put(AttributesJson.key(SUBJECT, key), value(parser.nextToken()));
            require(twice == null);
        }
        return new Fields(Attributes.ofValues(values));
    }

    private Decimal decimal() {
        require(parser.nextToken() == JsonToken.VALUE_STRING);
        Decimal decimal = new Decimal(ExactDecimal.parse(SUBJECT, parser.getString()));
        require(parser.nextToken() == JsonToken.END_OBJECT);
        return decimal;
    }

    private Items items() {
        List<AttributeValue> values = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            values.add(value(token));
        }
        return new Items(values);
    }

    private static BigInteger whole(String digits) {
        return digits.length() > LONG_DIGITS ? new BigInteger(digits) : BigInteger.valueOf(Long.parseLong(digits));
    }

    private static void require(boolean usual) {
        if (!usual) {
            throw new Unusual();
        }
    }

    /** Leads out of the text; it says nothing, since those who read it next will. */
    private static final class Unusual extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusual() {
            super(null, null, false, false);
        }
    }
}
