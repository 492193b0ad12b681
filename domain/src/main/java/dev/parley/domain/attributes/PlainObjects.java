package dev.parley.domain.attributes;

import dev.parley.domain.attributes.AttributeValue.Decimal;
import dev.parley.domain.attributes.AttributeValue.Fields;
import dev.parley.domain.attributes.AttributeValue.Flag;
import dev.parley.domain.attributes.AttributeValue.Items;
import dev.parley.domain.attributes.AttributeValue.Null;
import dev.parley.domain.attributes.AttributeValue.WholeNumber;
import dev.parley.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way in for plain Java data. */
final class PlainObjects {
    private PlainObjects() {}

    static AttributeValue toValue(String path, @Nullable Object plain, int depth) {
        Limits.requireDepth(path, depth);
        if (plain == null) {
            return Null.NULL;
        }
        if (plain instanceof AttributeValue value) {
            return value;
        }
        if (plain instanceof Attributes attributes) {
            return new Fields(attributes);
        }
        if (plain instanceof CharSequence text) {
            return new AttributeValue.Text(text.toString());
        }
        if (plain instanceof Boolean flag) {
            return new Flag(flag);
        }
        if (plain instanceof Number number) {
            return number(path, number);
        }
        if (plain instanceof List<?> list) {
            return items(path, list, depth + 1);
        }
        if (plain instanceof Map<?, ?> map) {
            return new Fields(fields(path + ".", map, depth + 1));
        }
        throw new InvalidValueException(
                path, "is a " + plain.getClass().getName() + "; give text, a number, a flag, a list or a map instead");
    }

    /**
     * @param prefix what stands before each key in a message
     * @param depth how many containers stand around the map's values
     */
    static Attributes fields(String prefix, Map<?, ?> map, int depth) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new InvalidValueException(prefix + key, "has a key that is no text; use text keys");
            }
            values.put(name, toValue(prefix.isEmpty() ? name : prefix + name, value, depth));
        });
        return Attributes.checked(prefix, values);
    }

    private static Items items(String path, List<?> list, int depth) {
        List<AttributeValue> values = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            values.add(toValue(path + "[" + i + "]", list.get(i), depth));
        }
        return new Items(values);
    }

    private static AttributeValue number(String path, Number number) {
        if (number instanceof BigDecimal decimal) {
            return new Decimal(decimal);
        }
        if (number instanceof BigInteger whole) {
            return new WholeNumber(whole);
        }
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return new WholeNumber(BigInteger.valueOf(number.longValue()));
        }
        throw new InvalidValueException(
                path,
                "is of type " + number.getClass().getSimpleName()
                        + "; give a whole number, or a BigDecimal made from text, which is exact");
    }
}
