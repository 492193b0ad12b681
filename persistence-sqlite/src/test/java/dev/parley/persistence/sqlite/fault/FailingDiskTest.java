package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.ChildJvm;
import dev.parley.crash.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One write or flush of the log that fails. The step is not acknowledged; what a read finds of it afterwards is what
 * every later process finds, too; and the store works on.
 */
class FailingDiskTest {
    private static final Fault FAULT = Fault.named("failing disk");
    private static final int STEPS = 20;
    private static final Set<String> ANSWERS =
            Set.of("failed UNKNOWN", "failed NOT_WRITTEN", "taken the first time", "taken the second time");

    @TempDir
    Path directory;

    @BeforeEach
    void needsStrace() {
        FAULT.needs(Shell.canInject(), "strace that may trace, with --seccomp-bpf");
    }

    @ParameterizedTest
    @CsvSource({
        // The first calls are made while the file is opened; then there is nothing to go on with.
        "fsync,    error=EIO,    1,  7,   stop",
        "fsync,    error=EIO,    8,  24,  on",
        "fsync,    error=EIO,    10, 24,  stop",
        "pwrite64, error=EIO,    80, 320, on",
        "pwrite64, error=ENOSPC, 1,  320, stop"
    })
    void leavesNoDoubt(String call, String what, int first, int last, String then) throws Exception {
        Random random = FAULT.random(call + what + first + then);
        int rounds = Fault.rounds(1, 40);
        int failed = 0;
        for (int round = 0; round < rounds; round++) {
            String when = String.valueOf(first + random.nextInt(last - first + 1));
            failed += said(call, what, when, then, directory.resolve("parley" + round + ".db"))
                            .isEmpty()
                    ? 0
                    : 1;
        }
        FAULT.ran(call + " " + what + ", then " + then + ": " + failed + " failures, nothing lost, no doubt left");
    }

    /** Where the outcome of a commit is unknown, the same step is asked for again under its name: it is taken once. */
    @Test
    void isSettledByAskingAgain() throws Exception {
        Random random = FAULT.random("again");
        int rounds = Fault.rounds(2, 40);
        Map<String, Integer> answers = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            String when = String.valueOf(8 + random.nextInt(17));
            Path file = directory.resolve("parley" + round + ".db");
            Ledger ledger = heard("fsync", "error=EIO", when, "again", file);
            Audit audit = Audit.of(file);
            assertEquals(0, ledger.lost(audit), "what was settled stays; when=" + when + ": " + ledger.said());
            assertEquals(List.of(), ledger.unheard(audit), "and is all there is; when=" + when + ": " + ledger.said());
            assertEquals(STEPS, ledger.steps(), "each step is taken once; when=" + when + ": " + ledger.said());
            ledger.said().forEach(said -> answers.merge(said, 1, Integer::sum));
        }
        assertTrue(ANSWERS.containsAll(answers.keySet()), answers.toString());
        assertTrue(answers.containsKey("failed UNKNOWN"), "no outcome was unknown, so nothing was shown");
        FAULT.ran("fsync error=EIO, then the same step again: " + answers + ", each step once");
    }

    /** A disk that stays broken: then nothing can be found out until the store is opened again, and it says so. */
    @Test
    void thatStaysBrokenAnswersNothing() throws Exception {
        int when = 10 + FAULT.random("stays").nextInt(15);
        List<String> said = said("fsync", "error=EIO", when + "+", "stop", directory.resolve("parley.db"));
        assertTrue(said.size() > 1, "the step failed, and so did the reading: " + said);
        FAULT.ran("fsync error=EIO from some moment on: " + said);
    }

    /** What the child said of its failures. */
    private List<String> said(String call, String what, String when, String then, Path file) throws Exception {
        Ledger ledger = heard(call, what, when, then, file);
        Audit audit = Audit.of(file);
        List<String> said = ledger.said();
        String round = call + " " + what + " when=" + when + ": " + said;
        assertEquals(0, ledger.lost(audit), "what was acknowledged or read stays; " + round);
        boolean readingFailed = said.size() > 1;
        assertTrue(
                ledger.unheard(audit).size() <= (readingFailed ? 1 : 0),
                "what was read as not written never appears; " + round);
        assertTrue(Set.of("failed UNKNOWN", "failed NOT_WRITTEN").containsAll(said), round);
        if (then.equals("on")) {
            assertTrue(ledger.steps() >= STEPS - 1, "the store works afterwards; " + round);
        }
        return said;
    }

    private Ledger heard(String call, String what, String when, String then, Path file) throws Exception {
        Ledger ledger = new Ledger();
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        try (ChildJvm child = ChildJvm.start(
                directory.resolve("child"),
                Shell.inject(log, call, what, when),
                FailingMain.class,
                file,
                STEPS,
                then)) {
            ledger.listenUntilItWaits(child);
        }
        return ledger;
    }
}
