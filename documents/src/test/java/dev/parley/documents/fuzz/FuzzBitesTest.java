package dev.parley.documents.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.documents.AttributesJson;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.value.InvalidValueException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The controls: readers that are broken must be found out, with the seed of an input that shows it. */
class FuzzBitesTest {
    private static final Pattern SEED = Pattern.compile("-Dparley\\.seed=(\\d+) -Dparley\\.fuzz=1: ");

    @Test
    void anUntypedErrorIsFound() {
        assertFound(text -> {
            if (text.contains("$decimal\":\"\"")) {
                throw new NumberFormatException();
            }
        });
    }

    @Test
    void anExhaustedStackIsFound() {
        assertFound(text -> {
            if (text.contains("[".repeat(100))) {
                throw new StackOverflowError();
            }
        });
    }

    @Test
    void aValueThatIsReadAndThenLostIsFound() {
        assertFound(text -> {
            Attributes read = AttributesJson.read("x", text);
            assertEquals(
                    read, AttributesJson.read("x", AttributesJson.write(read).replace("0\"}", "\"}")));
        });
    }

    @Test
    void aReaderThatNeverEndsIsFound() {
        Target.Reading endless = text -> {
            try {
                new CountDownLatch(text.contains("E+1000000000") ? 1 : 0).await();
            } catch (InterruptedException ended) {
                throw new InvalidValueException("x", "was interrupted");
            }
        };
        FuzzRun run = new FuzzRun(List.of(new Target("endless", endless)), Duration.ofMillis(100));

        AssertionError found = assertThrows(AssertionError.class, () -> run.run(1, 10_000));
        assertTrue(found.getMessage().endsWith("takes more than PT0.1S"), found.getMessage());
    }

    private static void assertFound(Target.Reading broken) {
        List<Target> targets = List.of(new Target("broken", broken));
        AssertionError found =
                assertThrows(AssertionError.class, () -> new FuzzRun(targets, Duration.ofSeconds(2)).run(1, 20_000));

        Matcher seed = SEED.matcher(found.getMessage());
        assertTrue(seed.find(), found.getMessage());
        long alone = Long.parseLong(seed.group(1));
        assertThrows(AssertionError.class, () -> new FuzzRun(targets, Duration.ofSeconds(2)).run(alone, 1));
    }

    @Test
    void theSameSeedGivesTheSameInput() {
        Set<String> inputs = new HashSet<>();
        for (long seed = 1; seed <= 1_000; seed++) {
            assertEquals(FuzzRun.input(seed), FuzzRun.input(seed));
            inputs.add(FuzzRun.input(seed));
        }
        assertTrue(inputs.size() > 900, "only " + inputs.size() + " of 1000 inputs differ");
    }

    @Test
    void everyReaderReadsSomeAndRefusesSome() {
        int count = 2_000;
        for (Target target : Targets.ALL) {
            FuzzRun run = new FuzzRun(List.of(target), Duration.ofSeconds(2));
            run.run(1, count);
            assertNotEquals(0, run.refused(), target.name());
            assertTrue(run.refused() < count - count / 100, target.name() + " refuses " + run.refused());
        }
    }
}
