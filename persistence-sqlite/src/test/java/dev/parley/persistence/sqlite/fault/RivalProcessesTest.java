package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.port.Commit;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that write the same negotiations of one file: each revision has one winner, and it is the one stored. */
class RivalProcessesTest {
    private static final Fault FAULT = Fault.named("two processes writing");
    private static final int LIVES = Fault.rounds(60, 3_000);

    @TempDir
    Path directory;

    private final Map<String, String> winners = new HashMap<>();
    private int beaten;

    @Test
    void haveOneWinnerForEachRevision() throws Exception {
        Path file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        }
        try (ChildJvm one = start(file, "one");
                ChildJvm other = start(file, "other")) {
            assertEquals(Optional.of("ready"), one.line());
            assertEquals(Optional.of("ready"), other.line());
            one.say("go");
            other.say("go");
            hear(one, "one");
            hear(other, "other");
            assertEquals(0, one.exitCode() + other.exitCode());
        }
        Audit audit = Audit.of(file);

        assertEquals(LIVES, audit.found().size());
        assertEquals(LIVES * Life.LAST, winners.size(), "each step was acknowledged");
        audit.found().forEach((id, stored) -> {
            assertEquals(Life.LAST, stored.revision());
            for (HistoryEntry entry : stored.value().history()) {
                assertEquals(winners.get(id + " " + (entry.sequence() + 1)), entry.cause(), "the winner is stored");
            }
        });
        assertTrue(beaten > 0, "the two never met, so nothing was shown");
        FAULT.ran(winners.size() + " steps of two processes, one winner each, " + beaten + " refused as stale");
    }

    private ChildJvm start(Path file, String name) throws Exception {
        return ChildJvm.start(directory.resolve(name), RivalMain.class, file, name, LIVES);
    }

    private void hear(ChildJvm child, String name) throws InterruptedException {
        for (Optional<String> line = child.line(); line.isPresent(); line = child.line()) {
            if (line.get().equals("lost")) {
                beaten++;
            } else {
                assertNull(winners.put(line.get().substring("ack ".length()), name), "one winner for each revision");
            }
        }
    }
}
