package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.Fault;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.StoreException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each bit of the frame of the index of ids, flipped: header and cell pointers. A look-up may then be led to another
 * negotiation, whose row is sound, and which must not pass for the one that was asked for.
 */
class IndexDamageTest {
    private static final Fault FAULT = Fault.named("damaged index");
    private static final int LIVES = 6;
    private static final int PAGE = 4096;
    private static final int FRAME = 8 + 2 * LIVES;

    @TempDir
    Path directory;

    @Test
    void neverGivesAnothersRow() throws Exception {
        Path file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            new Writing(store, "n").steps(LIVES * (int) Life.LAST);
        }
        byte[] sound = Files.readAllBytes(file);
        int root = Integer.parseInt(Sql.rows(
                        file,
                        "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_parley_negotiations_1'")
                .get(0));
        List<String> mistaken = new ArrayList<>();
        int noticed = 0;
        for (int bit = 0; bit < 8 * FRAME; bit++) {
            byte[] damaged = sound.clone();
            damaged[(root - 1) * PAGE + bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, damaged);
            try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
                for (int i = 0; i < LIVES; i++) {
                    NegotiationId id = new NegotiationId("n." + i);
                    store.find(id)
                            .map(found -> found.value().id())
                            .filter(found -> !found.equals(id))
                            .ifPresent(found -> mistaken.add(id + " gave " + found));
                }
            } catch (StoreException refused) {
                noticed++;
            }
        }
        assertEquals(List.of(), mistaken);
        assertTrue(noticed > 0, "no flip was noticed, so nothing was shown");
        FAULT.ran(8 * FRAME + " flips, " + noticed + " refused, no negotiation taken for another");
    }
}
