package dev.parley.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.ValueTooLargeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @Test
    void numbersAreReadFromTheirTokens() {
        assertEquals(
                List.of(
                        new BigDecimal("0.10"),
                        new BigDecimal("1E+3"),
                        new BigInteger("12345678901234567890123"),
                        new BigDecimal("0.1000000000000000055511151231257827")),
                JsonText.parse("x", "[0.10,1e3,12345678901234567890123,0.1000000000000000055511151231257827]"));
        assertNull(JsonText.parse("x", " null "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "{\"a\":1,}",
                "{'a':1}",
                "nul",
                "NaN",
                "[Infinity]",
                "01",
                "\"a",
                "\"\t\"",
                "1 2",
                "{} x",
                "{\"secret\":1,\"secret\":2}",
                "/* secret */ 1",
                "\"\\x\"",
                "secret",
                "[.5]",
                "[+1]"
            })
    void whatIsNoJsonIsRefusedWithoutQuotingIt(String text) {
        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> JsonText.parse("line", text));
        assertFalse(refused.problem().contains("secret"), refused.getMessage());
    }

    @Test
    void aKeyThatStandsTwiceIsNamed() {
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> JsonText.parse("line", "{\"a\":{\"b\":1,\"b\":2}}"));
        assertEquals("line.a.b", refused.subject());
    }

    @Test
    void hostileTextIsRefusedQuickly() {
        String deep = "[".repeat(100_000);
        String digits = "9".repeat(1_000_000);
        assertThrows(ValueTooLargeException.class, () -> JsonText.parse("x", deep));
        assertThrows(ValueTooLargeException.class, () -> JsonText.parse("x", "{\"a\":".repeat(2_000)));
        assertThrows(ValueTooLargeException.class, () -> JsonText.parse("x", digits));
        assertThrows(ValueTooLargeException.class, () -> JsonText.parse("x", "0." + digits));
        assertThrows(ValueTooLargeException.class, () -> JsonText.parse("x", "[1E+1000000000]"));
        assertThrows(ValueTooLargeException.class, () -> JsonText.parse("x", "[1E-99999999999999]"));
    }

    @Test
    void whatIsWrittenIsCompact() {
        assertEquals("{\"a\":[1,2.50,\"ü\",null,true]}", JsonText.write(Map.of("a", mixed())));
    }

    private static List<Object> mixed() {
        return Arrays.asList(1, new BigDecimal("2.50"), "ü", null, true);
    }
}
