package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.ChildJvm;
import dev.parley.crash.Fault;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two processes that write the same negotiations of one file: each revision has one winner, and it is the one stored. */
class RivalProcessesTest {
    private static final Fault FAULT = Fault.named("two processes writing");
    private static final int LIVES = Fault.rounds(64, 3_000);
    private static final int MANY = 8;

    /** What else a rival may say than that it has won. */
    private static final Set<String> ANSWERS = Set.of("told", "refused", "busy");

    @TempDir
    Path directory;

    private final Map<String, String> winners = new HashMap<>();
    private final Map<String, Integer> beaten = new HashMap<>();
    private Path file;

    @BeforeEach
    void makeAFile() {
        file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        }
    }

    /** Both take the same steps under the same names, as where one email reaches two processes. */
    @ParameterizedTest
    @ValueSource(ints = {1, MANY})
    void withNamesTheLoserIsToldWhatCameOfTheStep(int threads) throws Exception {
        race("named", threads);

        int told = beaten.getOrDefault("told", 0);
        assertTrue(told > 0, "the two never met on a named step, so nothing was shown: " + beaten);
        Audit.of(file).found().values().forEach(this::mustBeTheWinners);
        FAULT.ran(threads + " threads each, with names, " + winners.size() + " steps, one winner each, the loser told "
                + told + " times, and " + beaten.getOrDefault("refused", 0) + " times refused where there is no name");
    }

    /** Nothing tells that it is the same step: the revision alone decides. */
    @ParameterizedTest
    @ValueSource(ints = {1, MANY})
    void withoutNamesTheLoserIsRefused(int threads) throws Exception {
        race("nameless", threads);

        assertTrue(beaten.getOrDefault("refused", 0) > 0, "the two never met, so nothing was shown");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            PageRequest page = PageRequest.first(LIVES);
            store.negotiations(NegotiationFilter.all(), page).rows().forEach(this::mustBeTheWinners);
            for (Stored<NegotiationSnapshot> found :
                    store.negotiations(NegotiationFilter.all(), page).rows()) {
                assertEquals(Life.like(found), found);
                assertEquals(
                        Life.heard(found.value().id(), Life.LAST),
                        store.handledBy(found.value().id()));
            }
        }
        FAULT.ran(threads + " threads each, without names, " + winners.size() + " steps, one winner each, "
                + beaten.get("refused") + " refused as stale");
    }

    /** One process dies with commits of eight threads on their way: the other ends all the lives. */
    @Test
    void ifOneIsKilledTheOtherGoesOn() throws Exception {
        int until = 1 + FAULT.random("kill").nextInt(LIVES / 2);
        try (ChildJvm one = start("one", "named", MANY);
                ChildJvm other = start("other", "named", MANY)) {
            ready(one, other);
            one.say("go");
            hearNext(one, "one");
            // Not before: it could end all the lives while the first one has not begun.
            other.say("go");
            for (int answers = 1; answers < until; answers++) {
                hearNext(one, "one");
            }
            one.kill();
            hearAll(one, "one");
            hearAll(other, "other");
            assertEquals(0, other.exitCode());
        }
        long untold = LIVES * Life.LAST - winners.size();
        assertTrue(untold <= MANY, "each thread had one step on its way, but these were not told: " + untold);
        assertTrue(ANSWERS.containsAll(beaten.keySet()), beaten.toString());
        Audit.of(file).found().values().forEach(this::mustBeTheWinners);
        FAULT.ran("one of two killed after " + until + " answers, with " + untold
                + " committed and not yet told; the other ended all lives, one winner each");
    }

    private void race(String names, int threads) throws Exception {
        try (ChildJvm one = start("one", names, threads);
                ChildJvm other = start("other", names, threads)) {
            begin(one, other);
            hearAll(one, "one");
            hearAll(other, "other");
            assertEquals(0, one.exitCode() + other.exitCode());
        }
        assertEquals(LIVES * Life.LAST, winners.size(), "each step was acknowledged");
        assertTrue(ANSWERS.containsAll(beaten.keySet()), beaten.toString());
    }

    private static void begin(ChildJvm one, ChildJvm other) throws Exception {
        ready(one, other);
        one.say("go");
        other.say("go");
    }

    private static void ready(ChildJvm one, ChildJvm other) throws Exception {
        assertEquals(Optional.of("ready"), one.line());
        assertEquals(Optional.of("ready"), other.line());
    }

    private void mustBeTheWinners(Stored<NegotiationSnapshot> stored) {
        assertEquals(Life.LAST, stored.revision());
        for (HistoryEntry entry : stored.value().history()) {
            String step = stored.value().id() + " " + Life.revision(entry);
            assertEquals(winners.getOrDefault(step, "one"), entry.cause(), "the winner is stored");
        }
    }

    private ChildJvm start(String name, String names, int threads) throws Exception {
        return ChildJvm.start(directory.resolve(name), RivalMain.class, file, name, LIVES, names, threads);
    }

    private void hearNext(ChildJvm child, String name) throws InterruptedException {
        hear(child.line().orElseThrow(() -> new AssertionError(child.lastWords())), name);
    }

    private void hearAll(ChildJvm child, String name) throws InterruptedException {
        for (Optional<String> line = child.line(); line.isPresent(); line = child.line()) {
            hear(line.get(), name);
        }
    }

    private void hear(String line, String name) {
        if (line.startsWith("ack ")) {
            assertNull(winners.put(line.substring("ack ".length()), name), "one winner for each revision");
        } else {
            beaten.merge(line, 1, Integer::sum);
        }
    }
}
