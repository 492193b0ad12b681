package dev.parley.domain.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.Examples;
import dev.parley.domain.Generators;
import dev.parley.domain.value.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another program said went wrong is kept, whatever it said. */
class ProblemTest {
    private static final String PAIR = "\ud83d\ude00";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500})
    void whatIsShortEnoughIsKeptWhole(int length) {
        assertKept("x".repeat(length), "x".repeat(length));
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 2_000_000})
    void whatIsLongerIsCut(int length) {
        assertKept("x".repeat(500), "x".repeat(length));
    }

    @Test
    void aCharacterIsNeverCutInTwo() {
        assertKept("x".repeat(498) + PAIR, "x".repeat(498) + PAIR);
        assertKept("x".repeat(499), "x".repeat(499) + PAIR);
        assertKept("x".repeat(500), "x".repeat(500) + PAIR);
        assertKept(PAIR.repeat(250), PAIR.repeat(300));
        assertKept("x" + PAIR.repeat(249), "x" + PAIR.repeat(300));
    }

    @Test
    void halfACharacterIsReplaced() {
        assertKept("\ufffdx\ufffd", "\ud800x\udc00");
        assertKept("\ufffd\ufffd", "\udc00\ud800");
        assertKept("x".repeat(499) + "\ufffd", "x".repeat(499) + "\ud83dx");
    }

    @Test
    void anyTextGivesAProblemThatEveryStoreKeeps() {
        Generators.trials(300, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.below(600); i > 0; i--) {
                text.append((char) (random.below(2) == 0 ? 0xd7f0 + random.below(0x820) : random.below(0x80)));
            }

            String kept = kept(text.toString());

            assertEquals(kept, Text.wellFormed("problem", kept));
            assertEquals(kept, kept(kept));
        });
    }

    private static void assertKept(String expected, String problem) {
        assertEquals(expected, kept(problem));
    }

    private static String kept(String problem) {
        return Examples.owed("m-1")
                .claimed(Examples.NOON, Examples.LATER)
                .failed(Examples.LATER, problem)
                .delivery()
                .problem();
    }
}
