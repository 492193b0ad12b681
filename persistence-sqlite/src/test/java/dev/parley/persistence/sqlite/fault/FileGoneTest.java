package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.Fault;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file that is removed, or another one put in its place, while a store has it open: nothing more is acknowledged. */
class FileGoneTest {
    private static final Fault FAULT = Fault.named("file gone");

    @TempDir
    Path directory;

    private SqliteNegotiationStore beforeThe(Deed deed, Path file) {
        SqliteNegotiationStore store = SqliteNegotiationStore.open(file);
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        new Writing(store, "n").steps((int) deed.from());
        return store;
    }

    @ParameterizedTest
    @EnumSource
    void removedItTakesNothing(Deed deed) throws Exception {
        Path file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = beforeThe(deed, file)) {
            Files.delete(file);
            assertEquals(Outcome.NOT_WRITTEN, mustSayThatItIsGone(deed, store));
            assertFalse(Files.exists(file), "and no empty one comes to be in its place");
        }
        FAULT.ran("removed: " + deed + " not acknowledged");
    }

    /** SQLite goes on reading and writing what it has open, and says nothing. */
    @ParameterizedTest
    @EnumSource
    void removedAfterReadingItAcknowledgesNothing(Deed deed) throws Exception {
        Path file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = beforeThe(deed, file)) {
            assertEquals(deed.from(), store.find(Deed.ID).orElseThrow().revision());
            Files.delete(file);
            assertEquals(Outcome.UNKNOWN, mustSayThatItIsGone(deed, store));
        }
        FAULT.ran("removed under open connections: " + deed + " not acknowledged");
    }

    @ParameterizedTest
    @EnumSource
    void replacedItTakesNothingAndTheOtherIsLeftAlone(Deed deed) throws Exception {
        Path file = directory.resolve("parley.db");
        Path other = directory.resolve("other.db");
        beforeThe(deed, other).close();
        byte[] before = Files.readAllBytes(other);
        try (SqliteNegotiationStore store = beforeThe(deed, file)) {
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            mustSayThatItIsGone(deed, store);
            assertArrayEquals(before, Files.readAllBytes(file));
        }
        Files.deleteIfExists(directory.resolve("parley.db-wal"));
        try (SqliteNegotiationStore reopened = SqliteNegotiationStore.open(file)) {
            assertEquals(deed.from(), reopened.find(Deed.ID).orElseThrow().revision(), "the other is as it was");
            deed.doIt(reopened);
        }
        assertTrue(deed.isDone(Audit.of(file)), "and works once it is opened");
        FAULT.ran("replaced: " + deed + " not acknowledged, the other file untouched");
    }

    private static Outcome mustSayThatItIsGone(Deed deed, SqliteNegotiationStore store) {
        StoreFailureException gone = assertThrows(StoreFailureException.class, () -> deed.doIt(store));
        assertTrue(gone.getMessage().contains("open the store again"), gone.getMessage());
        return gone.outcome();
    }
}
