package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed at any moment loses nothing that it has acknowledged, and leaves no step in part. */
class KillTest {
    private static final Fault FAULT = Fault.named("kill -9 at random moments");

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("parley.db");
    }

    @Test
    void losesNothingAndTheNextProcessCarriesOn() throws Exception {
        Random random = FAULT.random("");
        Ledger ledger = new Ledger();
        int kills = Fault.rounds(10, 200);
        long steps = Fault.rounds(1_500, 100_000);
        long unheard = 0;
        for (int kill = 0; kill < kills || ledger.steps() < steps; kill++) {
            kills = Math.max(kills, kill + 1);
            int threads = kill % 2 == 0 ? 1 : 8;
            int until = 1 + random.nextInt((int) (2 * steps / kills));
            Audit audit = killed("honest", kill, threads, until, ledger);

            assertEquals(0, ledger.lost(audit), "nothing acknowledged is lost; parley.seed=" + FAULT.seed());
            long more = ledger.unheard(audit);
            assertTrue(more <= threads, "each thread had one step on its way, but " + more + " are there");
            assertEquals(List.of(), ledger.said());
            unheard += more;
            ledger.settle(audit);
        }
        FAULT.ran(kills + " kills, " + ledger.steps() + " steps acknowledged, none lost, none doubled, " + unheard
                + " committed but not yet acknowledged, each of them whole");
    }

    /** Control: the same audit finds what a writer has lost that acknowledges first. */
    @Test
    void theAuditCatchesAWriterThatAcknowledgesTooEarly() throws Exception {
        Ledger ledger = new Ledger();
        Audit audit = killed("boastful", 0, 1, 200, ledger);

        long lost = ledger.lost(audit);
        assertTrue(lost > 0, "a writer that acknowledges before it commits loses steps");
        FAULT.ran("control, acknowledged before committed: " + lost + " of " + ledger.steps() + " steps lost");
    }

    private Audit killed(String honesty, int round, int threads, int until, Ledger ledger) throws Exception {
        try (ChildJvm child = ChildJvm.start(
                directory.resolve("child"), WritingMain.class, file(), "FULL", "k" + round, threads, honesty)) {
            assertTrue(ledger.listen(child, until), () -> "the child ended by itself" + child.lastWords());
            child.kill();
            ledger.listenToTheEnd(child);
        }
        return Audit.of(file());
    }
}
