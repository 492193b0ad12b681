package dev.parley.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.ValueTooLargeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesJsonTest {
    @Test
    void eachTypeHasItsForm() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("text", "a \"b\" \\ \n 🎥");
        plain.put("whole", 7);
        plain.put("decimal", new BigDecimal("25.50"));
        plain.put("flag", true);
        plain.put("nothing", null);
        plain.put("list", List.of(1, "0.10", new BigDecimal("0.10")));
        plain.put("$decimal", "a key like ours");
        Attributes attributes = Attributes.of(plain);

        String json = AttributesJson.write(attributes);

        assertEquals(
                "{\"text\":\"a \\\"b\\\" \\\\ \\n 🎥\",\"whole\":7,\"decimal\":{\"$decimal\":\"25.50\"},\"flag\":true,"
                        + "\"nothing\":null,\"list\":[1,\"0.10\",{\"$decimal\":\"0.10\"}],"
                        + "\"$$decimal\":\"a key like ours\"}",
                json);
        assertEquals(attributes, AttributesJson.read("context", json));
        assertEquals(
                List.copyOf(plain.keySet()),
                List.copyOf(AttributesJson.read("context", json).asMap().keySet()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cpm\":25.5}",
                "{\"cpm\":1e3}",
                "{\"a\":{\"b\":[1,{\"cpm\":0.1}]}}",
                "{\"cpm\":{\"$decimal\":\"abc\"}}",
                "{\"cpm\":{\"$decimal\":25}}",
                "{\"cpm\":{\"$decimal\":\"1\",\"x\":1}}",
                "{\"cpm\":{\"$other\":\"1\"}}",
                "{\"$cpm\":1}",
                "{\"cpm\":\"\\ud800\"}",
            })
    void whatIsNotExactIsRefusedByName(String json) {
        InvalidValueException refused = assertThrows(
                InvalidValueException.class,
                () -> AttributesJson.fromPlain(JsonText.parseObject("context", json), Dialect.PARLEY));
        assertTrue(refused.getMessage().contains("cpm"), refused.getMessage());
    }

    @Test
    void anEngagementRateIsReadExactlyFromItsNumber() {
        Attributes attributes = AttributesJson.read("context", "{\"a\":{\"engagement_rate\":4.20}}");

        assertEquals(Attributes.of(Map.of("a", Map.of("engagement_rate", new BigDecimal("4.20")))), attributes);
    }

    @Test
    void theTextOfOthersIsReadAsItStands() {
        JsonObject plain =
                JsonText.parseObject("context", "{\"$decimal\":0.10,\"$x\":{\"$decimal\":\"1\"},\"y\":1E+3}");

        assertEquals(
                Attributes.of(Map.of(
                        "$decimal",
                        new BigDecimal("0.10"),
                        "$x",
                        Map.of("$decimal", "1"),
                        "y",
                        new BigDecimal("1E+3"))),
                AttributesJson.fromPlain(plain, Dialect.PLAIN));
    }

    @Test
    void theLimitsOfTheDomainNameTheKey() {
        String deep = "{\"deep\":" + "[".repeat(65) + "]".repeat(65) + "}";
        ValueTooLargeException refused =
                assertThrows(ValueTooLargeException.class, () -> AttributesJson.read("context", deep));
        assertTrue(refused.getMessage().contains("deep"), refused.getMessage());
    }

    @Test
    void whateverIsWrittenIsReadBackAndAsLongAsTheDomainSays() {
        long seed = Long.getLong("parley.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            Attributes attributes = Attributes.of(map(random, 4));
            String json = AttributesJson.write(attributes);
            assertEquals(attributes, AttributesJson.read("context", json), "seed " + seed);
            byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
            assertEquals(attributes, AttributesJson.read("context", utf8), "seed " + seed);
            assertEquals(
                    attributes,
                    OrdinaryAttributes.read(() -> JsonText.parser(utf8)),
                    "seed " + seed + ", the short way");
            assertEquals(attributes.encodedSize(), utf8.length, "seed " + seed + ": " + json);
        }
    }

    private static Map<String, Object> map(SplittableRandom random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            map.put(text(random), value(random, depth));
        }
        return map;
    }

    private static Object value(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> text(random);
            case 1 ->
                new BigInteger(random.nextInt(300), new java.util.Random(random.nextLong()))
                        .multiply(BigInteger.valueOf(random.nextBoolean() ? 1 : -1));
            case 2 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(-100, 101));
            case 3 -> random.nextBoolean();
            case 4 -> null;
            case 5 -> map(random, depth - 1);
            default -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
        };
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(0x20);
                        case 1 -> "$\"\\/é\u2028\u007f".codePointAt(random.nextInt(7));
                        case 2 -> random.nextInt(0x1F300, 0x1F600);
                        default -> random.nextInt('a', 'z');
                    });
        }
        return text.toString();
    }
}
