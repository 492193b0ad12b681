package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that write the same negotiations of one file: each revision has one winner, and it is the one stored. */
class RivalProcessesTest {
    private static final Fault FAULT = Fault.named("two processes writing");
    private static final int LIVES = Fault.rounds(60, 3_000);

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
    @Test
    void withNamesTheLoserIsToldWhatCameOfTheStep() throws Exception {
        race("named");

        int told = beaten.getOrDefault("told", 0);
        assertTrue(told > 0, "the two never met on a named step, so nothing was shown: " + beaten);
        Audit.of(file).found().values().forEach(this::mustBeTheWinners);
        FAULT.ran("with names, " + winners.size() + " steps, one winner each, the loser told " + told + " times, and "
                + beaten.getOrDefault("refused", 0) + " times refused where there is no name");
    }

    /** Nothing tells that it is the same step: the revision alone decides. */
    @Test
    void withoutNamesTheLoserIsRefused() throws Exception {
        race("nameless");

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
        FAULT.ran("without names, " + winners.size() + " steps, one winner each, " + beaten.get("refused")
                + " refused as stale");
    }

    private void race(String names) throws Exception {
        try (ChildJvm one = start("one", names);
                ChildJvm other = start("other", names)) {
            assertEquals(Optional.of("ready"), one.line());
            assertEquals(Optional.of("ready"), other.line());
            one.say("go");
            other.say("go");
            hear(one, "one");
            hear(other, "other");
            assertEquals(0, one.exitCode() + other.exitCode());
        }
        assertEquals(LIVES * Life.LAST, winners.size(), "each step was acknowledged");
        beaten.keySet().forEach(said -> assertTrue(said.equals("told") || said.equals("refused"), said));
    }

    private void mustBeTheWinners(Stored<NegotiationSnapshot> stored) {
        assertEquals(Life.LAST, stored.revision());
        for (HistoryEntry entry : stored.value().history()) {
            String step = stored.value().id() + " " + Life.revision(entry);
            assertEquals(winners.get(step), entry.cause(), "the winner is stored");
        }
    }

    private ChildJvm start(String name, String names) throws Exception {
        return ChildJvm.start(directory.resolve(name), RivalMain.class, file, name, LIVES, names);
    }

    private void hear(ChildJvm child, String name) throws InterruptedException {
        for (Optional<String> line = child.line(); line.isPresent(); line = child.line()) {
            if (line.get().startsWith("ack ")) {
                assertNull(winners.put(line.get().substring("ack ".length()), name), "one winner for each revision");
            } else {
                beaten.merge(line.get(), 1, Integer::sum);
            }
        }
    }
}
