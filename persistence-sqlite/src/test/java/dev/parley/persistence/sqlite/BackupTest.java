package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.testkit.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    Path directory;

    private SqliteNegotiationStore store;

    @BeforeEach
    void open() {
        store = SqliteNegotiationStore.open(directory.resolve("parley.db"));
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void add(String id) {
        store.commit(Commit.of(NegotiationChange.opened(
                Fixtures.negotiation(id, NegotiationState.COUNTER_SENT).snapshot())));
    }

    @Test
    void openingABackupRestoresWhatWasCommittedUntilThen() throws Exception {
        add("before");
        Path backup = directory.resolve("backup.db");

        store.backup(backup);
        add("after");

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
        try (SqliteNegotiationStore restored = SqliteNegotiationStore.open(backup)) {
            assertEquals(store.find(new NegotiationId("before")), restored.find(new NegotiationId("before")));
            assertTrue(restored.find(new NegotiationId("after")).isEmpty());
            assertEquals(List.of(), restored.examine().findings());
        }
    }

    @Test
    void aFileThatIsThereIsNotTouched() throws Exception {
        Path taken = Files.writeString(directory.resolve("taken.db"), "mine");

        assertThrows(StoreFailureException.class, () -> store.backup(taken));

        assertEquals("mine", Files.readString(taken));
        try (var files = Files.list(directory)) {
            assertFalse(files.anyMatch(file -> file.toString().endsWith(".partial")));
        }
    }

    @Test
    void aMissingDirectoryIsNamed() {
        Path nowhere = directory.resolve("nowhere").resolve("backup.db");

        StoreFailureException refused = assertThrows(StoreFailureException.class, () -> store.backup(nowhere));

        assertTrue(refused.getMessage().contains(nowhere.toString()), refused.getMessage());
    }

    @Test
    void aBackupTakenWhileOthersWriteIsWhole() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch writing = new CountDownLatch(20);
        ExecutorService writer = Executors.newSingleThreadExecutor();
        Future<Integer> written = writer.submit(() -> {
            int count = 0;
            while (!enough.get()) {
                add("n-" + count++);
                writing.countDown();
            }
            return count;
        });
        writing.await();

        store.backup(directory.resolve("backup.db"));
        enough.set(true);
        int count = written.get();
        writer.shutdown();

        try (SqliteNegotiationStore restored = SqliteNegotiationStore.open(directory.resolve("backup.db"))) {
            int kept = restored.negotiations(NegotiationFilter.all(), PageRequest.first(10_000))
                    .rows()
                    .size();
            assertTrue(kept >= 20 && kept <= count, kept + " of " + count);
            assertTrue(
                    restored.find(new NegotiationId("n-" + (kept - 1))).isPresent(), "the first ones, without a gap");
            assertEquals(List.of(), restored.examine().findings());
        }
    }

    @Test
    void theSourceIsLeftAsItIs() throws Exception {
        add("n");
        store.close();
        byte[] before = Files.readAllBytes(directory.resolve("parley.db"));
        store = SqliteNegotiationStore.open(directory.resolve("parley.db"));

        store.backup(directory.resolve("backup.db"));
        store.close();

        assertArrayEquals(before, Files.readAllBytes(directory.resolve("parley.db")));
    }
}
