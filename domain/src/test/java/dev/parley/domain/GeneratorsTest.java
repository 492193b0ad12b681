package dev.parley.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratorsTest {
    @Test
    void theSameSeedsGiveTheSameInputAndDifferentSeedsDifferentInput() {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();

        Generators.trials(3, random -> first.add(random.tree(3) + " " + random.walk(9)));
        Generators.trials(3, random -> second.add(random.tree(3) + " " + random.walk(9)));

        assertEquals(first, second);
        assertNotEquals(first.get(0), first.get(1));
    }

    @Test
    void aFailedTrialNamesItsSeed() {
        AssertionError failure = assertThrows(
                AssertionError.class, () -> Generators.trials(3, random -> assertTrue(random.below(9) > 9, "never")));

        assertTrue(failure.getMessage().matches("fails with -Dparley.seed=\\d+: never.*"), failure::getMessage);
    }
}
