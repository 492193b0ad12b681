package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.Fault;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Threads that commit at once: what each may rely on, whoever else is in its transaction. */
@Timeout(120)
class GroupTest {
    private static final Fault FAULT = Fault.named("trouble in a group of commits");

    /** Those who have a life of their own, so that nobody may gain from what another one suffers. */
    private static final List<Member> MEMBERS = Member.ALL.stream()
            .filter(member -> member != Member.RIVAL && member != Member.REPEATED)
            .toList();

    private static final Pattern OF_ALL = Pattern.compile("BEGIN|COMMIT|ROLLBACK");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void writeWhatComesBefore() throws Exception {
        file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            Member.prepare(store);
        }
    }

    @Test
    void whoIsAloneCommitsOnItsOwnThread() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (SqliteNegotiationStore store = TappedStore.open(file, sql -> threads.add(Thread.currentThread()))) {
            new Writing(store, "n").steps((int) Life.LAST);
        }
        assertEquals(Set.of(Thread.currentThread()), threads);
    }

    @Test
    void stepsOfOneNegotiationAreTakenInTheOrderTheyCome() throws Exception {
        Places places = Places.all();
        List<Commit> commits = new ArrayList<>();
        for (Stored<NegotiationSnapshot> last = null; commits.size() < Life.LAST; ) {
            commits.add(last == null ? Life.opening("n") : Life.next(last, "n"));
            last = Life.after(commits.get(commits.size() - 1));
        }
        try (Group group = new Group(file, places)) {
            for (Commit commit : commits) {
                group.join(() -> {
                    group.store().commit(commit);
                    return "written";
                });
            }
            group.go();
            assertEquals(Collections.nCopies(commits.size(), "written"), group.outcomes());
        }
        assertEquals(Life.LAST, Audit.of(file).revision("n"));
        assertEquals(1, Collections.frequency(places.passed(), "after COMMIT"));
    }

    @Test
    void interruptedWhileTheyWaitAllAreWrittenAndKeepTheFlag() throws Exception {
        List<Object> outcomes;
        try (Group group = new Group(file, Places.all())) {
            for (int i = 0; i < 20; i++) {
                Writing writing = new Writing(group.store(), "n" + i);
                group.join(() -> writing.step() + (Thread.interrupted() ? ", interrupted" : ""))
                        .interrupt();
            }
            group.go();
            outcomes = group.outcomes();
        }
        assertEquals(Collections.nCopies(20, "1, interrupted"), outcomes);
        Audit audit = Audit.of(file);
        for (int i = 0; i < 20; i++) {
            assertEquals(1, audit.revision("n" + i + ".0"));
        }
        FAULT.ran("20 threads interrupted while they wait: all written, the flag kept");
    }

    /** Memory that runs out at any statement: at most its own caller is told, unless it is the statement of all. */
    @Test
    void anErrorHarmsNobodyElse() throws Exception {
        Places usual = Places.all();
        List<Object> expected = told(usual, directory.resolve("usual.db"));
        OutOfMemoryError error = new OutOfMemoryError("as if");
        int callers = 0;
        int errors = 0;
        int apart = Fault.rounds(5, 1);
        for (int at = FAULT.random("error").nextInt(apart); at < usual.passed().size(); at += apart) {
            String place = usual.passed().get(at);
            Path copy = directory.resolve(at + ".db");
            List<Object> told = told(
                    new Places(at, where -> {
                        throw error;
                    }),
                    copy);
            int harmed = Collections.frequency(told, error);
            assertTrue(harmed <= 1 || OF_ALL.matcher(place).find(), harmed + " are told of an error " + place);
            callers += harmed;
            errors++;
            Audit audit = Audit.of(copy);
            for (int i = 0; i < MEMBERS.size(); i++) {
                if (!told.get(i).equals(error)) {
                    assertEquals(expected.get(i), told.get(i), "the others are told as always; error " + place);
                    assertTrue(!MEMBERS.get(i).isWritten() || MEMBERS.get(i).isIn(audit), "and written; " + place);
                }
            }
        }
        assertTrue(callers > 0, "nobody was told of an error, so nothing was shown");
        FAULT.ran(errors + " errors at as many places: " + callers + " calls told of one, all"
                + " others as if there had been none, nothing in part");
    }

    private List<Object> told(Places places, Path copy) throws Exception {
        Files.copy(file, copy);
        try (Group group = Group.of(MEMBERS, copy, places, line -> {})) {
            group.go();
            return group.outcomes();
        }
    }
}
