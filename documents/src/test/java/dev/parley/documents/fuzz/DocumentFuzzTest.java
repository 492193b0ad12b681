package dev.parley.documents.fuzz;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DocumentFuzzTest {
    private static final int INPUTS = Integer.getInteger("parley.fuzz", 15_000);
    private static final long SEED = Long.getLong("parley.seed", System.nanoTime());

    @Test
    void everyInputIsRefusedByNameOrSurvives() {
        FuzzRun run = new FuzzRun(Targets.ALL, Duration.ofSeconds(2));

        run.run(SEED, INPUTS);

        System.out.println("FUZZ documents: " + run.figures() + " (parley.seed=" + SEED + ")");
    }
}
