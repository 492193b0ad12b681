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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file or a directory that may not be written is refused at the door, typed, and stays as it is. */
class ReadOnlyTest {
    private static final Fault FAULT = Fault.named("read-only file and directory");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void writeAFile() {
        FAULT.needs(Mount.possible(directory), "root, for a read-only mount: permissions do not bind root");
        file = directory.resolve("home").resolve("parley.db");
        assertTrue(file.getParent().toFile().mkdir());
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        }
    }

    @Test
    void aReadOnlyDirectoryIsRefused() throws Exception {
        byte[] before = Files.readAllBytes(file);
        try (Mount mount = Mount.self(file.getParent())) {
            mount.readOnly();
            mustRefuse(file);
            Path missing = file.resolveSibling("missing.db");
            mustRefuse(missing);
            assertFalse(Files.exists(missing));
        }
        mustWorkAgain(before);
        FAULT.ran("the directory: refused, untouched, and opened once writable");
    }

    @Test
    void aReadOnlyFileIsRefused() throws Exception {
        byte[] before = Files.readAllBytes(file);
        try (Mount mount = Mount.self(file)) {
            mount.readOnly();
            mustRefuse(file);
        }
        mustWorkAgain(before);
        FAULT.ran("the file: refused, untouched, and opened once writable");
    }

    private static void mustRefuse(Path file) {
        StoreFailureException refused = assertThrows(
                StoreFailureException.class,
                () -> SqliteNegotiationStore.open(file).close());
        assertEquals(Outcome.NOT_WRITTEN, refused.outcome());
    }

    private void mustWorkAgain(byte[] before) throws Exception {
        assertArrayEquals(before, Files.readAllBytes(file));
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            new Writing(store, "after").steps(3);
        }
        assertEquals(3, Audit.of(file).revision("after.0"));
    }
}
