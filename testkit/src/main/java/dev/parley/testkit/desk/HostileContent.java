package dev.parley.testkit.desk;

import dev.parley.domain.attributes.Attributes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Content that is legal and that careless stores lose. */
public final class HostileContent {
    private HostileContent() {}

    /** Texts that may stand wherever any text may. */
    public static List<String> texts() {
        return List.of(
                "plain",
                "\u0000",
                "a\u0000b",
                "line\nbreak\r\n\ttab",
                "\u0001\u0008\u000c\u001f\u007f\u0085\u2028\u2029",
                "quotes \" ' ` “ ” « \\ \\\\ \\u0041 \\n /",
                "'; DROP TABLE parley_negotiation; --",
                "?1 :name @x $y %s %d {} ${HOME}",
                "emoji 👩🏽‍🚀 🇩🇪 \uD83D\uDE00",
                "rtl שלום مرحبا \u202e\u200f",
                "結果 ไทย ελληνικά ß ẞ İ ı ǆ",
                "e\u0301 is not \u00e9",
                "\ufeffbyte order mark \ufffe\uffff\ufffd",
                " leading and trailing ",
                "null",
                "true",
                "0",
                "1e400",
                "25.50",
                "{\"$decimal\":\"25.50\"}",
                "[]",
                "2025-03-01T09:30:00Z",
                "<a href=\"x\">&amp;]]></a>");
    }

    /** Texts that are no text at all elsewhere, but are here. */
    public static List<String> blankTexts() {
        return List.of("", " ", "\n", "\u3000");
    }

    /** Texts that differ, though a store that folds case, width, accents or spaces takes them for one. */
    public static List<String> lookAlikes() {
        return List.of("ab", "AB", "Ab", "ab ", " ab", "äb", "a\u0308b", "ａｂ", "аb", "ab\u200b", "ab\u00ad", "a b");
    }

    public static List<String> decimals() {
        return List.of(
                "25.50",
                "25.5",
                "0",
                "0.00",
                "0E+3",
                "0E-10",
                "-0.10",
                "1E+3",
                "1E-100",
                "1E+100",
                "9".repeat(100),
                "-" + "9".repeat(100),
                "0." + "1".repeat(100),
                "9".repeat(50) + "." + "9".repeat(50),
                "12345678901234567890.10",
                "0.1000000000000000055511151231257827");
    }

    public static List<String> wholeNumbers() {
        return List.of(
                "0",
                "-1",
                "2147483648",
                "9007199254740993",
                "9223372036854775807",
                "-9223372036854775808",
                "9223372036854775808",
                "9".repeat(100),
                "-" + "9".repeat(100));
    }

    public static List<Instant> instants() {
        return Stream.of(
                        "0001-01-01T00:00:00Z",
                        "0001-01-01T00:00:00.000001Z",
                        "1582-10-10T12:00:00Z",
                        "1969-12-31T23:59:59.999999Z",
                        "1970-01-01T00:00:00Z",
                        "1970-01-01T00:00:00.000001Z",
                        "2016-12-31T23:59:59.999999Z",
                        "2025-03-30T01:30:00.100Z",
                        "2038-01-19T03:14:08Z",
                        "9999-12-31T23:59:59.999999Z")
                .map(Instant::parse)
                .toList();
    }

    public static List<String> keys() {
        List<String> keys =
                new ArrayList<>(List.of("", " ", "$", "$$", "$decimal", "$$x", "$$$decimal", "a.b", "a[0]"));
        keys.addAll(List.of("__proto__", "@type", "@class", "id", "key", "a/b~c", "Key", "KEY"));
        keys.addAll(texts());
        return keys;
    }

    /** Maps for a context or any other attributes, by what is peculiar about them. */
    public static Map<String, Attributes> attributes() {
        Map<String, Attributes> all = new LinkedHashMap<>();
        all.put("nothing", Attributes.empty());
        all.put("every text", values(texts()).withAll(numbered("blank", blankTexts())));
        all.put("every decimal", values(decimals().stream().map(BigDecimal::new).toList()));
        all.put(
                "every whole number",
                values(wholeNumbers().stream().map(BigInteger::new).toList()));
        all.put("every key", keyed(keys(), "value"));
        all.put("keys out of order", keyed(List.of("z", "a", "m", "10", "9", "1"), "value"));
        all.put("numbers that look alike", values(List.of(1, new BigDecimal("1"), new BigDecimal("1.0"), "1", true)));
        all.put("flags", values(List.of(true, false)));
        all.put("null is not absent", Attributes.empty().with("present", null).with("not", "null"));
        all.put("null in a list", Attributes.empty().with("list", Arrays.asList(null, "x", null)));
        all.put("empty containers", values(List.of(List.of(), Map.of(), List.of(List.of()), List.of(Map.of()))));
        all.put("decimal look-alikes", values(decimalLookAlikes()));
        all.put("lists of everything", Attributes.empty().with("list", mixed()));
        all.put("maps in lists in maps", nested());
        return all;
    }

    private static List<Object> decimalLookAlikes() {
        return List.of(
                Map.of("$decimal", "25.50"),
                Map.of("$decimal", new BigDecimal("25.50")),
                Map.of("$$decimal", "25.50"),
                Map.of("$decimal", List.of("25.50")),
                Map.of("decimal", "25.50"),
                List.of("$decimal", "25.50"));
    }

    private static List<Object> mixed() {
        List<Object> items = new ArrayList<>(texts());
        items.addAll(decimals().stream().map(BigDecimal::new).toList());
        items.addAll(List.of(false, 7, List.of(1, List.of(2)), Map.of("k", "v")));
        return items;
    }

    private static Attributes nested() {
        Attributes inner = keyed(List.of("z", "$a", "", "b"), new BigDecimal("0.00"));
        return Attributes.empty()
                .with(
                        "outer",
                        Attributes.empty().with("z", List.of(inner, inner)).with("a", inner));
    }

    public static Attributes values(List<?> values) {
        return numbered("value", values);
    }

    private static Attributes numbered(String prefix, List<?> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach(value -> plain.put(prefix + plain.size(), value));
        return Attributes.of(plain);
    }

    private static Attributes keyed(List<String> keys, @Nullable Object value) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        keys.forEach(key -> plain.put(key, value));
        return Attributes.of(plain);
    }
}
