package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.Fault;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.Commit;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One flipped bit anywhere in the file: every answer is the original one or is refused. No checksum of a row tells of a
 * row that is not found, so a bit of an index may hide one; then SQLite's own check of the file finds it.
 */
class BitFlipTest {
    private static final Fault FAULT = Fault.named("bit flips");
    private static final int LIVES = 6;
    private static final List<NegotiationId> IDS =
            IntStream.range(0, LIVES).mapToObj(i -> new NegotiationId("n." + i)).toList();

    @TempDir
    Path directory;

    @Test
    void areNeverBelieved() throws Exception {
        Path file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            new Writing(store, "n").steps(LIVES * (int) Life.LAST - 3);
        }
        byte[] sound = Files.readAllBytes(file);
        Reading original = Reading.of(file, IDS);
        assertEquals(0, original.refusals());

        Random random = FAULT.random("");
        int flips = Fault.rounds(400, 50_000);
        int refused = 0;
        int missing = 0;
        List<String> silent = new ArrayList<>();
        for (int i = 0; i < flips; i++) {
            byte[] damaged = sound.clone();
            int at = random.nextInt(damaged.length);
            int bit = random.nextInt(8);
            damaged[at] ^= (byte) (1 << bit);
            Files.write(file, damaged);
            Reading reading = assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> reading(file, "byte " + at + " bit " + bit));
            refused += reading.refusals() > 0 ? 1 : 0;
            List<String> contradicted = reading.contradicts(original);
            if (!contradicted.isEmpty()) {
                missing++;
                Files.write(file, damaged);
                if (Sql.isSound(file)) {
                    silent.add("byte " + at + " bit " + bit + ": " + contradicted);
                }
            }
        }
        assertEquals(List.of(), silent, "parley.seed=" + FAULT.seed());
        assertTrue(refused > 0, "no flip was noticed, so nothing was shown");
        FAULT.ran(flips + " flips in " + sound.length + " bytes: " + refused + " refused where read, " + missing
                + " in an index or a page's frame found by the check of the file alone, none found by neither");
    }

    /** Whatever is refused is refused by a typed exception. */
    private static Reading reading(Path file, String where) {
        try {
            return Reading.of(file, IDS);
        } catch (RuntimeException untyped) {
            throw new AssertionError(where + "; parley.seed=" + FAULT.seed(), untyped);
        }
    }
}
