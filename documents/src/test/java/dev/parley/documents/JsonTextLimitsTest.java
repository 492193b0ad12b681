package dev.parley.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.parley.domain.value.ValueTooLargeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** JSON that nobody has given a meaning yet is held to wider limits, so that the error of the domain can name the key. */
class JsonTextLimitsTest {
    @Test
    void itNestsAHundredLevelsAndNoMore() {
        assertNotNull(JsonText.parse("x", "[".repeat(100) + "]".repeat(100)));
        assertNotNull(JsonText.parse("x", "{\"k\":".repeat(100) + "1" + "}".repeat(100)));
        assertTooLarge("[".repeat(101) + "]".repeat(101));
        assertTooLarge("{\"k\":".repeat(101) + "1" + "}".repeat(101));
    }

    @Test
    void itHasWholeNumbersOfAThousandDigitsAndNoMore() {
        assertNotNull(JsonText.parse("x", "9".repeat(1_000)));
        assertTooLarge("9".repeat(1_001));
    }

    @Test
    void itHasAMillionAndTwoHundredThousandTokensAndNoMore() {
        assertNotNull(JsonText.parse("x", "[" + "1,".repeat(1_199_997) + "1]"));
        assertTooLarge("[" + "1,".repeat(1_199_998) + "1]");
        assertTooLarge("[" + "[],".repeat(3_000_000) + "[]]");
    }

    @Test
    void itHasStringsAndKeysOfEightMebibytesAndNoMore() {
        int most = 1 << 23;
        assertNotNull(JsonText.parse("x", "\"" + "a".repeat(most) + "\""));
        assertTooLarge("\"" + "a".repeat(most + 1) + "\"");
        assertNotNull(JsonText.parse("x", "{\"" + "a".repeat(most) + "\":1}"));
        assertTooLarge("{\"" + "a".repeat(most + 1) + "\":1}");
    }

    @Test
    void manyKeysThatHashAlikeAreReadAtOnce() {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (int i = 0; i < 1 << 14; i++) {
            StringBuilder key = new StringBuilder();
            for (int bit = 0; bit < 14; bit++) {
                key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            plain.put(key.toString(), 1);
        }
        String text = JsonText.write(plain);

        Object read = assertTimeout(Duration.ofSeconds(5), () -> JsonText.parse("x", text));
        assertEquals(1 << 14, ((Map<?, ?>) read).size());
    }

    @Test
    void whatCouldNotBeReadBackIsNotWritten() {
        assertEquals("[".repeat(100) + "]".repeat(100), JsonText.write(nested(100)));
        assertThrows(IllegalArgumentException.class, () -> JsonText.write(nested(101)));
    }

    private static List<?> nested(int levels) {
        return levels == 1 ? List.of() : List.of(nested(levels - 1));
    }

    private static void assertTooLarge(String text) {
        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThrows(ValueTooLargeException.class, () -> JsonText.parse("x", text)));
    }
}
