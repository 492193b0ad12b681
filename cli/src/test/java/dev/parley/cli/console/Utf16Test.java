package dev.parley.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class Utf16Test {
    @Test
    void textWithoutLoneSurrogatesStaysAsItIs() {
        assertEquals("\"🎥 ü\"", Utf16.escapeLoneSurrogates("\"🎥 ü\""));

        String plain = "\"plain\"";
        assertSame(plain, Utf16.escapeLoneSurrogates(plain));
    }

    @Test
    void aLoneSurrogateIsEscaped() {
        assertEquals("\"a\\ud800b🎥\\udfff\"", Utf16.escapeLoneSurrogates("\"a\ud800b🎥\udfff\""));
    }

    @Test
    void everythingThatBreaksALineBecomesABlank() {
        assertEquals("a b  c d e🎥", Utf16.onOneLine("a\nb\r\nc\u2028d\u0085e🎥"));
    }
}
