package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.ChildJvm;
import dev.parley.crash.Fault;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process that is killed before, between or after the statements of transactions that several threads share. What any
 * of them was told holds, each commit is whole or not there, and nothing is there of a refused one.
 */
class GroupKillTest {
    private static final Fault FAULT = Fault.named("kill -9 in a group of commits");
    private static final List<Member> WRITTEN =
            Member.ALL.stream().filter(Member::isWritten).toList();
    private static final int FILES_AT_ONCE = 50;

    @TempDir
    Path directory;

    private Path original;
    private long told;
    private long untold;

    @BeforeEach
    void writeWhatComesBefore() throws Exception {
        original = directory.resolve("original.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(original)) {
            Member.prepare(store);
        }
    }

    @Test
    void leavesEachCommitWholeOrNotAtAll() throws Exception {
        int places = places().size();
        List<Integer> written = new ArrayList<>();
        for (int from = 0; from < places; from += FILES_AT_ONCE) {
            int to = Math.min(from + FILES_AT_ONCE, places);
            for (Killed killed : killed("honest", IntStream.range(from, to).toArray())) {
                assertEquals(killed.seen(), Audit.of(killed.file()), "others could read the same before; " + killed);
                written.add(check(killed.file(), killed.ledger()));
            }
        }
        assertEquals(written.stream().sorted().toList(), written, "the later it dies the more is there");
        assertEquals(0, written.get(0), "nothing is there before the first statement");
        assertEquals(WRITTEN.size(), written.get(places - 1), "everything is there after the last");
        FAULT.ran(places + " kills before, between and after the statements of a group of " + Member.ALL.size()
                + ", " + told + " commits there and told, " + untold + " there and not yet told, none in part, and none"
                + " of those that were refused");
    }

    /** Nor is one in part if the process dies as it makes the n-th write or flush of the log. */
    @ParameterizedTest
    @CsvSource({"pwrite64, 2, 60", "fsync, 2, 4"})
    void leavesItSoAtEachWriteOfTheLog(String call, int inShort, int atLeast) throws Exception {
        FAULT.needs(Shell.canInject(), "strace that may trace, with --seccomp-bpf");
        Random random = FAULT.random(call);
        int kills = 0;
        while (kills < Fault.rounds(inShort, Integer.MAX_VALUE)
                && killedAt(call, Fault.rounds(1 + random.nextInt(atLeast), kills + 1))) {
            kills++;
        }
        assertTrue(kills >= Fault.rounds(inShort, atLeast), "a group makes more calls than " + kills);
        FAULT.ran(call + ": " + kills + " kills, " + told + " commits there and told, " + untold
                + " there and not yet told, none in part");
    }

    /** Whether the group came so far; it dies there. */
    private boolean killedAt(String call, int when) throws Exception {
        Path file = Files.copy(original, directory.resolve(call + when + ".db"), StandardCopyOption.REPLACE_EXISTING);
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        List<String> inject = Shell.inject(log, call, "signal=KILL", String.valueOf(when));
        Ledger ledger = new Ledger();
        try (ChildJvm child = ChildJvm.start(directory.resolve("child"), inject, GroupMain.class, "honest", file, -1)) {
            for (Optional<String> line = child.line(); line.isPresent(); line = child.line()) {
                hear(child, List.of(ledger), line.get());
            }
        }
        int there = check(file, ledger);
        assertEquals(ledger.hasStopped(), there == WRITTEN.size() && ledger.steps() == there, "it died on its way");
        return !ledger.hasStopped();
    }

    /** How many of the group are there; the audit has found that they are whole. */
    private int check(Path file, Ledger ledger) throws Exception {
        Audit audit = Audit.of(file);
        String round = file.getFileName() + ": " + ledger.said();
        assertEquals(0, ledger.lost(audit), "what was told holds; " + round);
        assertTrue(Set.of("refused").containsAll(ledger.said()), round);
        assertEquals(
                0,
                audit.found().values().stream()
                        .flatMap(stored -> stored.value().history().stream())
                        .filter(entry -> Member.REFUSED.equals(entry.cause()))
                        .count(),
                "nothing is there of what was refused; " + round);
        List<Member> there =
                WRITTEN.stream().filter(member -> member.isIn(audit)).toList();
        assertEquals(WRITTEN.subList(0, there.size()), there, "they are written in the order they came; " + round);
        told += ledger.steps();
        untold += there.size() - ledger.steps();
        return there.size();
    }

    @Test
    void letsAnotherProcessGoOn() throws Exception {
        int place = places().indexOf("before COMMIT");
        Path file = Files.copy(original, directory.resolve("parley.db"));
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (SqliteNegotiationStore other = SqliteNegotiationStore.open(file);
                ChildJvm child = ChildJvm.start(directory.resolve("child"), GroupMain.class, "honest", file, place)) {
            assertEquals(Optional.of("0 here before COMMIT"), child.line());
            assertTrue(Sql.isBeingWritten(file));
            Future<?> waiting = threads.submit(() -> other.commit(Life.opening("other")));
            child.kill();
            waiting.get();
        } finally {
            threads.shutdown();
        }
        Audit audit = Audit.of(file);
        assertEquals(1, audit.revision("other"), "who waits for the file gets it");
        assertTrue(WRITTEN.stream().noneMatch(member -> member.isIn(audit)), "and what was on its way is not there");
    }

    /** Control: the same check finds what a group has lost that is told before its transaction is durable. */
    @Test
    void theCheckCatchesAGroupThatIsToldTooEarly() throws Exception {
        long lost = 0;
        int[] places = {0, places().indexOf("before COMMIT")};
        for (Killed killed : killed("boastful", places)) {
            long missing = killed.ledger().lost(Audit.of(killed.file()));
            assertTrue(missing > 0, "what was told before COMMIT is lost; " + killed);
            lost += missing;
        }
        FAULT.ran("control, told before COMMIT: " + lost + " commits lost in " + places.length + " kills");
    }

    /** The places that a group passes if nobody dies. */
    private List<String> places() throws Exception {
        Places places = Places.all();
        Path copy = Files.copy(original, directory.resolve("copy.db"));
        try (Group group = Group.of(Member.ALL, copy, places, line -> {})) {
            group.go();
            group.outcomes();
        }
        return places.passed();
    }

    /** Groups that have come to some places, each on a file of its own, killed all at once. */
    private List<Killed> killed(String manner, int... places) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of(manner));
        List<Path> files = new ArrayList<>();
        List<Ledger> ledgers = new ArrayList<>();
        for (int place : places) {
            files.add(Files.copy(original, directory.resolve(manner + place + ".db")));
            ledgers.add(new Ledger());
            arguments.addAll(List.of(files.get(files.size() - 1), place));
        }
        List<Killed> killed = new ArrayList<>();
        try (ChildJvm child = ChildJvm.start(directory.resolve("child"), GroupMain.class, arguments.toArray())) {
            while (!ledgers.stream().allMatch(Ledger::hasStopped)) {
                hear(child, ledgers, child.line().orElseThrow(() -> new AssertionError(child.lastWords())));
            }
            for (int i = 0; i < places.length; i++) {
                killed.add(new Killed(files.get(i), ledgers.get(i), Audit.of(files.get(i))));
            }
            child.kill();
            child.arrived().forEach(line -> hear(child, ledgers, line));
        }
        return killed;
    }

    private static void hear(ChildJvm child, List<Ledger> ledgers, String line) {
        int space = line.indexOf(' ');
        ledgers.get(Integer.parseInt(line.substring(0, space))).take(child, line.substring(space + 1));
    }

    /**
     * A group that was killed.
     *
     * @param file its file
     * @param ledger what its threads said they were told
     * @param seen what another process could read before its death
     */
    private record Killed(Path file, Ledger ledger, Audit seen) {
        @Override
        public String toString() {
            return file.getFileName() + ": " + ledger.said();
        }
    }
}
