package dev.parley.persistence.postgresql.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredTextTest {
    private static final String LETTERS = "\u0000\u00100a";

    @Test
    void textWithoutNulStandsAsItIs() {
        String text = "plain {\"cause\":\"a\\u0000b\"} \u0001\u000f\u0011";
        assertSame(text, StoredText.encoded(text));
        assertSame(text, StoredText.decoded(text));
    }

    @Test
    void aNulIsADleAndAZero() {
        assertEquals("a\u00100b", StoredText.encoded("a\u0000b"));
        assertEquals("a\u0010\u00100b", StoredText.encoded("a\u00100b"), "and what looks so is told from it");
    }

    @Test
    void noTwoTextsAreStoredAlikeAndEachComesBack() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(7); length > 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            String stored = StoredText.encoded(text.toString());
            assertFalse(stored.indexOf('\u0000') >= 0, () -> "seed " + seed);
            assertEquals(text.toString(), StoredText.decoded(stored), () -> "seed " + seed);
            String other = texts.putIfAbsent(stored, text.toString());
            assertEquals(other == null ? text.toString() : other, text.toString(), () -> "seed " + seed);
        }
    }

    @Test
    void whatNobodyEncodedIsReadAllTheSame() {
        assertEquals("\u0010", StoredText.decoded("\u0010"), "a DLE at the end");
        assertEquals("x", StoredText.decoded("\u0010x"), "a DLE before something else");
    }
}
