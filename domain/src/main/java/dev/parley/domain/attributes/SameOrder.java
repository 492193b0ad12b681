package dev.parley.domain.attributes;

import dev.parley.domain.attributes.AttributeValue.Fields;
import dev.parley.domain.attributes.AttributeValue.Items;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Compares attributes to the order of their keys, over which their {@code equals} passes. */
final class SameOrder {
    private SameOrder() {}

    static boolean of(Attributes one, Attributes other) {
        if (one.asMap().size() != other.asMap().size()) {
            return false;
        }
        Iterator<Map.Entry<String, AttributeValue>> others =
                other.asMap().entrySet().iterator();
        for (Map.Entry<String, AttributeValue> entry : one.asMap().entrySet()) {
            Map.Entry<String, AttributeValue> next = others.next();
            if (!entry.getKey().equals(next.getKey()) || !of(entry.getValue(), next.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean of(AttributeValue one, AttributeValue other) {
        if (one instanceof Fields fields && other instanceof Fields others) {
            return of(fields.attributes(), others.attributes());
        }
        if (one instanceof Items items && other instanceof Items others) {
            return of(items.values(), others.values());
        }
        return one.equals(other);
    }

    private static boolean of(List<AttributeValue> one, List<AttributeValue> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!of(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }
}
