package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.ChildJvm;
import dev.parley.crash.Fault;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process that holds the file for longer than the store waits: every write is refused, typed, and all or nothing. */
class BusyTest {
    private static final Fault FAULT = Fault.named("busy for longer than the wait");
    private static final Map<String, Consumer<NegotiationStore>> WRITES = new LinkedHashMap<>();

    static {
        WRITES.put("claim", Deed.CLAIM::doIt);
        WRITES.put("step", store -> store.commit(Life.opening("another")));
        WRITES.put("forget", store -> store.forgetHandled(Life.DUE, 1));
        WRITES.put("delete", store -> store.delete(Deed.ID, Life.OFFERED));
    }

    @TempDir
    Path directory;

    private Path file;
    private Audit before;

    @BeforeEach
    void oweAnOffer() throws Exception {
        file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            new Writing(store, "n").steps((int) Life.OFFERED);
        }
        before = Audit.of(file);
    }

    @Test
    void refusesEveryWriteAndNoRead() throws Exception {
        try (SqliteNegotiationStore store = impatient();
                ChildJvm other = holding()) {
            WRITES.forEach((name, write) ->
                    assertThrows(StoreBusyException.class, () -> write.accept(store), name + " does not go on"));
            assertEquals(before, Audit.of(store, file), "reading does, and finds what was there");
            assertEquals(before, Audit.of(store, file));
            other.say("let go");
            assertEquals(Optional.of("let go"), other.line());
            WRITES.values().forEach(write -> write.accept(store));
        }
        assertEquals(1, Audit.of(file).found().size(), "once it lets go, everything goes on");
        FAULT.ran(WRITES.keySet() + " refused as busy and nothing written; they work once the other lets go");
    }

    /** Control: a store that is patient enough is not refused. */
    @Test
    void isWaitedForByAPatientStore() throws Exception {
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file);
                ChildJvm other = holding()) {
            Thread letsGo = new Thread(() -> other.say("let go"));
            letsGo.start();
            Deed.CLAIM.doIt(store);
            letsGo.join();
        }
        assertTrue(Deed.CLAIM.isDone(Audit.of(file)));
    }

    @Test
    void isOverWhenTheOtherProcessDies() throws Exception {
        try (SqliteNegotiationStore store = impatient()) {
            try (ChildJvm other = holding()) {
                assertThrows(StoreBusyException.class, () -> Deed.CLAIM.doIt(store));
                other.kill();
                assertTrue(other.exitCode() != 0);
            }
            assertEquals(before, Audit.of(store, file), "what it had begun is not there");
            Deed.CLAIM.doIt(store);
        }
        assertTrue(Deed.CLAIM.isDone(Audit.of(file)));
        FAULT.ran("the other killed while it holds the file: nothing of it left, and the next claim succeeds");
    }

    private SqliteNegotiationStore impatient() {
        return SqliteNegotiationStore.open(file, Options.defaults().busyTimeout(Duration.ofMillis(30)));
    }

    private ChildJvm holding() throws Exception {
        ChildJvm child = ChildJvm.start(directory.resolve("child"), HoldingMain.class, file);
        assertEquals(Optional.of("holding"), child.line());
        return child;
    }
}
