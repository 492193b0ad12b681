package dev.parley.domain.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "two\nlines\r\n", "\0", "\u6f22\u5b57", "\ud83d\ude00", "\ud83d\ude00\ud83d\ude01x"
            })
    void textOfAnyScriptPassesThroughUnchanged(String text) {
        assertSame(text, Text.wellFormed("name", text));
    }

    @ParameterizedTest
    @CsvSource({
        "high surrogate alone, 0, D83D",
        "low surrogate alone, 0, DE00",
        "high surrogate at the end, 1, 0061 D83D",
        "high surrogate before a letter, 0, D83D 0061",
        "two high surrogates, 0, D83D D83D",
        "pair in the wrong order, 0, DE00 D83D",
        "low surrogate after a pair, 2, D83D DE00 DE00",
        "high surrogate after a pair, 3, 0061 D83D DE00 D83D"
    })
    void aLoneSurrogateIsRefusedWithItsIndex(String description, int index, String units) {
        String text = text(units);

        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> Text.wellFormed("name", text), description);

        assertEquals(
                "name: has a lone surrogate at index " + index + ", which is no character; repair the text",
                refused.getMessage());
    }

    @Test
    void textOfExactlyTheGreatestLengthIsAccepted() {
        String longest = "x".repeat(1_048_576);

        assertSame(longest, Text.wellFormed("name", longest));
    }

    @Test
    void textOfOneCharacterMoreIsRefused() {
        String tooLong = "x".repeat(1_048_577);

        ValueTooLargeException refused =
                assertThrows(ValueTooLargeException.class, () -> Text.wellFormed("name", tooLong));

        assertEquals("name: has 1048577 characters, at most 1048576 are allowed", refused.getMessage());
        assertEquals("name", refused.subject());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void requiredTextMustNotBeBlank(String blank) {
        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> Text.required("name", blank));

        assertEquals("name: is required and must not be blank", refused.getMessage());
    }

    @Test
    void requiredTextPassesThroughUntrimmed() {
        String text = " Ana\nMaria ";

        assertSame(text, Text.required("name", text));
    }

    @Test
    void requiredTextMustBeWellFormed() {
        assertThrows(InvalidValueException.class, () -> Text.required("name", "a\ud83d"));
    }

    private static String text(String units) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < units.length(); from += 5) {
            text.append((char) Integer.parseInt(units.substring(from, from + 4), 16));
        }
        return text.toString();
    }
}
