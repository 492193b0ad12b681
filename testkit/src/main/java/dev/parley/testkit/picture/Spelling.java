package dev.parley.testkit.picture;

import dev.parley.domain.attributes.Attributes;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value written out with everything that must survive: order, type, scale, every character. The domain's own {@code
 * toString} hides what may be confidential; a failing test must show it.
 */
final class Spelling {
    private final StringBuilder text = new StringBuilder();

    private Spelling() {}

    static String of(@Nullable Object value) {
        Spelling spelling = new Spelling();
        spelling.write(value);
        return spelling.text.toString();
    }

    private void write(@Nullable Object value) {
        if (value instanceof String string) {
            quote(string);
        } else if (value instanceof BigDecimal decimal) {
            text.append(decimal.unscaledValue()).append("e").append(-decimal.scale());
        } else if (value instanceof Attributes attributes) {
            write(attributes.asMap());
        } else if (value instanceof Optional<?> optional) {
            text.append("Optional:");
            write(optional.orElse(null));
        } else if (value instanceof Map<?, ?> map) {
            text.append('{');
            map.forEach(this::entry);
            text.append('}');
        } else if (value instanceof Iterable<?> items) {
            text.append('[');
            items.forEach(this::item);
            text.append(']');
        } else if (value instanceof Record row) {
            components(row);
        } else {
            text.append(value);
        }
    }

    private void item(@Nullable Object value) {
        write(value);
        text.append(", ");
    }

    private void entry(@Nullable Object key, @Nullable Object value) {
        write(key);
        text.append(": ");
        item(value);
    }

    private void components(Record row) {
        text.append(row.getClass().getSimpleName()).append('(');
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            text.append(component.getName()).append("=");
            try {
                item(component.getAccessor().invoke(row));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the component " + component + " cannot be read", e);
            }
        }
        text.append(')');
    }

    private void quote(String string) {
        text.append('"');
        string.chars().forEach(c -> {
            if (c >= ' ' && c < 0x7f) {
                text.append((char) c);
            } else {
                text.append("\\u").append(Integer.toHexString(c));
            }
        });
        text.append('"');
    }
}
