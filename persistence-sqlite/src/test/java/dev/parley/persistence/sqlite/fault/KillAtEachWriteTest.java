package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.ChildJvm;
import dev.parley.crash.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that dies as it makes the n-th write or flush of the log, for one n after the other. */
class KillAtEachWriteTest {
    private static final Fault FAULT = Fault.named("kill -9 at a write");

    @TempDir
    Path directory;

    @BeforeEach
    void needsStrace() {
        FAULT.needs(Shell.canInject(), "strace that may trace, with --seccomp-bpf");
    }

    @ParameterizedTest
    @CsvSource({"pwrite64, 1, 3, 330", "fsync, 1, 2, 30", "pwrite64, 8, 1, 100", "fsync, 8, 1, 30"})
    void leavesEachCommitWholeOrNotAtAll(String call, int threads, int inShort, int calls) throws Exception {
        Random random = FAULT.random(call + threads);
        int kills = 0;
        long unheard = 0;
        long steps = 0;
        long sent = 0;
        for (int at = 1; at <= Fault.rounds(inShort, calls); at++) {
            String when = String.valueOf(Fault.rounds(1 + random.nextInt(calls), at));
            Path file = directory.resolve("parley" + at + ".db");
            Ledger ledger = new Ledger();
            try (ChildJvm child = ChildJvm.start(
                    directory.resolve("child"),
                    Shell.inject(file.resolveSibling(file.getFileName() + "-wal"), call, "signal=KILL", when),
                    WritingMain.class,
                    Orders.on(file).threads(threads).arguments())) {
                assertFalse(ledger.listen(child, 1_000), "the child was not killed");
                kills++;
            }
            Audit audit = Audit.of(file);
            String round = call + " threads=" + threads + " when=" + when + "; parley.seed=" + FAULT.seed();
            assertEquals(0, ledger.lost(audit), "nothing acknowledged is lost; " + round);
            List<Unheard> onItsWay = ledger.unheard(audit);
            assertTrue(onItsWay.size() <= threads, "at the most the steps on their way were written; " + round);
            assertEquals(List.of(), ledger.mail().contradictions(audit), "what was sent is known; " + round);
            assertEquals(List.of(), ledger.said(), "death was sudden; " + round);
            unheard += onItsWay.size();
            sent += ledger.mail().sent();
            steps += ledger.steps();
        }
        FAULT.ran(call + " of " + threads + " threads: " + kills + " kills, every commit whole or not there, " + unheard
                + " committed but not yet acknowledged, " + steps + " steps acknowledged, " + sent + " messages sent");
    }
}
