package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import dev.parley.testkit.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
    private static final String SCHEMA = "SELECT type, name, sql FROM sqlite_schema ORDER BY name";

    @TempDir
    Path directory;

    @Test
    void aNewFileIsReadableByItsOwnerAloneAndSoIsItsLog() throws Exception {
        Path file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            for (String suffix : List.of("", "-wal", "-shm")) {
                Path part = directory.resolve("parley.db" + suffix);
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(part)), suffix);
            }
        }
    }

    @Test
    void theFileIsInWriteAheadLoggingAfterwards() throws Exception {
        Path file = directory.resolve("parley.db");
        SqliteNegotiationStore.open(file).close();
        try (Sql sql = Sql.on(file)) {
            assertEquals(List.of("wal"), sql.rows("PRAGMA journal_mode"));
        }
    }

    @Test
    void openingAgainChangesNothing() throws Exception {
        Path file = directory.resolve("parley.db");
        SqliteNegotiationStore.open(file).close();
        byte[] before = Files.readAllBytes(file);

        SqliteNegotiationStore.open(file).close();

        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void theTablesOfAnAppInTheSameFileStayAsTheyAre() throws Exception {
        Path file = directory.resolve("app.db");
        List<String> schema;
        try (Sql app = Sql.on(Files.createFile(file))) {
            app.run("CREATE TABLE audit (id INTEGER PRIMARY KEY, line TEXT)");
            app.run("CREATE INDEX audit_line ON audit (line)");
            app.run("INSERT INTO audit (line) VALUES ('before')");
            app.run("PRAGMA user_version = 42");
            app.run("PRAGMA application_id = 4711");
            schema = app.rows(SCHEMA);
        }

        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file);
                Sql app = Sql.on(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            store.commit(Commit.of(
                    NegotiationChange.opened(Fixtures.negotiation("n-1").snapshot())));
            app.run("INSERT INTO audit (line) VALUES ('meanwhile')");

            assertEquals(List.of("before", "meanwhile"), app.rows("SELECT line FROM audit ORDER BY id"));
            assertEquals(List.of("42"), app.rows("PRAGMA user_version"));
            assertEquals(List.of("4711"), app.rows("PRAGMA application_id"));
            assertEquals(
                    schema,
                    app.rows(SCHEMA.replace("ORDER", "WHERE tbl_name NOT LIKE 'parley\\_%' ESCAPE '\\' ORDER")));
        }
    }

    @Test
    void everyNameInTheSchemaIsOurs() throws Exception {
        Path file = directory.resolve("parley.db");
        SqliteNegotiationStore.open(file).close();
        try (Sql sql = Sql.on(file)) {
            List<String> names = sql.rows("SELECT tbl_name FROM sqlite_schema");
            assertTrue(names.size() > 5, names.toString());
            assertTrue(names.stream().allMatch(name -> name.startsWith("parley_")), names.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE parley_schema SET version = 1",
                "DELETE FROM parley_schema",
                "ALTER TABLE parley_negotiations ADD COLUMN extra TEXT",
                "DROP INDEX parley_negotiations_active",
                "DROP TABLE parley_schema"
            })
    void anotherShapeOfOurTablesIsRefusedUntouched(String change) throws Exception {
        Path file = directory.resolve("parley.db");
        SqliteNegotiationStore.open(file).close();
        try (Sql sql = Sql.on(file)) {
            sql.run(change);
            sql.run("PRAGMA journal_mode = DELETE");
        }
        byte[] before = Files.readAllBytes(file);

        StoreFailureException refused =
                assertThrows(StoreFailureException.class, () -> SqliteNegotiationStore.open(file));

        assertTrue(refused.getMessage().contains("left untouched"), refused.getMessage());
        assertEquals(StoreFailureException.Outcome.NOT_WRITTEN, refused.outcome());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedUntouched() throws Exception {
        Path file = Files.writeString(directory.resolve("notes.txt"), "not a database\n".repeat(500));

        StoreFailureException refused =
                assertThrows(StoreFailureException.class, () -> SqliteNegotiationStore.open(file));

        assertTrue(refused.getMessage().contains("no SQLite database"), refused.getMessage());
        assertEquals("not a database\n".repeat(500), Files.readString(file));
    }

    @Test
    void aMissingFileIsNotCreatedWhereThatIsNotWanted() {
        Path file = directory.resolve("parley.db");

        StoreFailureException refused = assertThrows(
                StoreFailureException.class,
                () -> SqliteNegotiationStore.open(file, Options.defaults().createIfMissing(false)));

        assertTrue(refused.getMessage().contains("does not exist"), refused.getMessage());
        assertFalse(Files.exists(file));
    }

    @Test
    void tablesAreNotMadeInAnAppsFileWhereThatIsNotWanted() throws Exception {
        Path file = directory.resolve("app.db");
        try (Sql app = Sql.on(Files.createFile(file))) {
            app.run("CREATE TABLE audit (line TEXT)");
        }
        byte[] before = Files.readAllBytes(file);

        StoreFailureException refused = assertThrows(
                StoreFailureException.class,
                () -> SqliteNegotiationStore.open(file, Options.defaults().createIfMissing(false)));

        assertTrue(refused.getMessage().contains("no tables of Parley"), refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aMissingDirectoryIsNamed() {
        Path file = directory.resolve("nowhere").resolve("parley.db");

        StoreFailureException refused =
                assertThrows(StoreFailureException.class, () -> SqliteNegotiationStore.open(file));

        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b.db", "what?mode=memory.db", "100%25.db", "a#b.db", "会.db", ":memory:", "x;y'.db"})
    void anyFileNameIsJustAName(String name) throws Exception {
        Path file = directory.resolve(name);
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        }
        try (SqliteNegotiationStore store =
                SqliteNegotiationStore.open(file, Options.defaults().createIfMissing(false))) {
            assertTrue(store.findCampaign(Fixtures.CAMPAIGN).isPresent());
        }
        try (var files = Files.list(directory)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aFileThatAnotherProcessLocksIsReportedBusy() throws Exception {
        Path file = directory.resolve("parley.db");
        try (Sql other = Sql.on(Files.createFile(file))) {
            other.run("BEGIN EXCLUSIVE");

            assertThrows(
                    StoreBusyException.class,
                    () -> SqliteNegotiationStore.open(file, Options.defaults().busyTimeout(Duration.ofMillis(20))));
        }
    }

    @Test
    void anotherWhoIsStillOpeningTheFileIsWaitedFor() throws Exception {
        Path file = directory.resolve("parley.db");
        CountDownLatch locked = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Sql opener = Sql.on(Files.createFile(file))) {
            opener.run("CREATE TABLE audit (line TEXT)");
            Future<?> holder = other.submit(() -> {
                opener.run("BEGIN IMMEDIATE");
                locked.countDown();
                // Long enough for the journal mode to be refused at least once.
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                return opener.run("COMMIT");
            });
            locked.await();

            SqliteNegotiationStore.open(file).close();

            holder.get();
        } finally {
            other.shutdown();
        }
    }
}
