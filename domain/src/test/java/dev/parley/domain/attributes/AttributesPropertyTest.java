package dev.parley.domain.attributes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.Generators;
import dev.parley.domain.attributes.AttributeValue.Decimal;
import dev.parley.domain.attributes.AttributeValue.Fields;
import dev.parley.domain.attributes.AttributeValue.Flag;
import dev.parley.domain.attributes.AttributeValue.Items;
import dev.parley.domain.attributes.AttributeValue.Text;
import dev.parley.domain.attributes.AttributeValue.WholeNumber;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

class AttributesPropertyTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    @Test
    void anyTreeComesBackAsPlainDataWithTheOrderOfItsKeys() {
        Generators.trials(300, random -> {
            Map<String, @Nullable Object> plain = random.tree(4);

            Map<String, @Nullable Object> back = plain(Attributes.of(plain));

            assertEquals(plain, back);
            assertEquals(plain.toString(), back.toString(), "order of keys");
        });
    }

    @Test
    void theEncodedSizeIsThatOfTheJsonTextWrittenByAnother() {
        Generators.trials(300, random -> {
            Map<String, @Nullable Object> plain = random.tree(4);

            byte[] json = JSON.writeValueAsString(escaped(plain)).getBytes(StandardCharsets.UTF_8);

            assertEquals(json.length, Attributes.of(plain).encodedSize());
        });
    }

    @Test
    void twoMapsInOneAreAsLargeAndAsDeepAsOneMadeOfBoth() {
        Generators.trials(300, random -> {
            Map<String, @Nullable Object> both = new LinkedHashMap<>(random.tree(3));
            Map<String, @Nullable Object> over = new LinkedHashMap<>(random.tree(3));
            both.keySet().stream().limit(2).forEach(key -> over.put(key, random.tree(1)));
            Attributes joined = Attributes.of(both).withAll(Attributes.of(over));
            both.putAll(over);

            Attributes whole = Attributes.of(both);

            assertEquals(whole, joined);
            assertEquals(
                    List.copyOf(whole.asMap().keySet()),
                    List.copyOf(joined.asMap().keySet()));
            assertEquals(whole.encodedSize(), joined.encodedSize());
            assertEquals(whole.depth(), joined.depth());
        });
    }

    @Test
    void settingAKeyAndRemovingItGivesAnEqualMap() {
        Generators.trials(200, random -> {
            Attributes before = Attributes.of(random.tree(2)).without(List.of("new key"));

            Attributes after = before.with("new key", random.tree(1)).without(List.of("new key"));

            assertEquals(before, after);
            assertEquals(before.hashCode(), after.hashCode());
            assertEquals(before.encodedSize(), after.encodedSize());
            assertEquals(before.depth(), after.depth());
        });
    }

    private static Map<String, @Nullable Object> plain(Attributes attributes) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        attributes.asMap().forEach((key, value) -> plain.put(key, plain(value)));
        return plain;
    }

    private static @Nullable Object plain(AttributeValue value) {
        if (value instanceof Text text) {
            return text.value();
        }
        if (value instanceof WholeNumber number) {
            return number.value();
        }
        if (value instanceof Decimal decimal) {
            return decimal.value();
        }
        if (value instanceof Flag flag) {
            return flag.value();
        }
        if (value instanceof Items items) {
            List<@Nullable Object> list = new ArrayList<>();
            items.values().forEach(item -> list.add(plain(item)));
            return list;
        }
        return value instanceof Fields fields ? plain(fields.attributes()) : null;
    }

    /** The documented JSON form: decimals as text in an object of their own, {@code $} before keys that begin with it. */
    private static @Nullable Object escaped(@Nullable Object plain) {
        if (plain instanceof BigDecimal decimal) {
            return Map.of("$decimal", decimal.toString());
        }
        if (plain instanceof List<?> list) {
            List<@Nullable Object> escaped = new ArrayList<>();
            list.forEach(item -> escaped.add(escaped(item)));
            return escaped;
        }
        if (plain instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> escaped = new LinkedHashMap<>();
            map.forEach((key, value) -> escaped.put(key.toString().startsWith("$") ? "$" + key : key, escaped(value)));
            return escaped;
        }
        return plain;
    }
}
