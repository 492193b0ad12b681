package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.port.Commit;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Migration;
import dev.parley.persistence.sqlite.schema.Schema;
import dev.parley.testkit.Fixtures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationPlanTest {
    private static final Schema NOW = Schema.ofThisBuild();

    private static final String NEXT = "CREATE TABLE parley_more (note TEXT) STRICT;";

    @TempDir
    Path directory;

    @Test
    void nothingIsToBeDoneWhereThisBuildHasWritten() {
        Path file = directory.resolve("parley.db");
        SqliteNegotiationStore.open(file).close();

        assertEquals(new Migration(NOW.latest(), NOW.latest(), List.of()), SqliteNegotiationStore.migration(file));
    }

    @Test
    void theScriptsThatWouldRunAreTold() {
        Path file = directory.resolve("parley.db");
        SqliteNegotiationStore.open(file).close();
        List<String> scripts = new ArrayList<>(NOW.scriptsAfter(Schema.ABSENT));
        scripts.add(NEXT);

        Migration plan = MigrationPlan.of(file, new Schema(scripts));

        assertEquals(new Migration(NOW.latest(), NOW.latest() + 1, List.of(NEXT)), plan);
    }

    @Test
    void aFileWithoutOurTablesWouldGetThemAll() throws Exception {
        Path file = Files.createFile(directory.resolve("app.db"));
        try (Sql app = Sql.on(file)) {
            app.run("CREATE TABLE audit (line TEXT)");
        }

        assertEquals(
                new Migration(Schema.ABSENT, NOW.latest(), NOW.scriptsAfter(Schema.ABSENT)),
                SqliteNegotiationStore.migration(file));
    }

    @Test
    void lookingLeavesEveryByteAndEveryFileAsItWas() throws Exception {
        Path file = directory.resolve("parley.db");
        SqliteNegotiationStore.open(file).close();
        Map<String, List<Object>> before = files();

        SqliteNegotiationStore.migration(file);

        assertEquals(before, files());
    }

    @Test
    void aFileThatIsInUseIsLookedAtAsItStands() throws Exception {
        Path file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            inTheLogAlone(store, file, "UPDATE parley_schema SET version = 99");
            byte[] log = Files.readAllBytes(directory.resolve("parley.db-wal"));
            byte[] main = Files.readAllBytes(file);

            refuses(file, "has version 99");

            assertArrayEquals(log, Files.readAllBytes(directory.resolve("parley.db-wal")));
            assertArrayEquals(main, Files.readAllBytes(file));
        }
    }

    @Test
    void theLogOfAProcessThatDiedIsReadAndKept() throws Exception {
        Path file = directory.resolve("parley.db");
        Path died = directory.resolve("died.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            inTheLogAlone(store, file, "UPDATE parley_schema SET version = 99");
            Files.copy(file, died);
            Files.copy(directory.resolve("parley.db-wal"), directory.resolve("died.db-wal"));
        }
        byte[] log = Files.readAllBytes(directory.resolve("died.db-wal"));
        byte[] main = Files.readAllBytes(died);

        refuses(died, "has version 99");

        assertArrayEquals(log, Files.readAllBytes(directory.resolve("died.db-wal")));
        assertArrayEquals(main, Files.readAllBytes(died));
    }

    /** The store has the file open, so that closing the shell does not empty the log. */
    private static void inTheLogAlone(SqliteNegotiationStore store, Path file, String change) throws Exception {
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        try (Sql shell = Sql.on(file)) {
            shell.run(change);
        }
    }

    @Test
    void whatOpeningWouldRefuseIsRefused() throws Exception {
        Path notes = Files.writeString(directory.resolve("notes.txt"), "not a database\n".repeat(500));
        Path missing = directory.resolve("missing.db");
        Path altered = directory.resolve("altered.db");
        SqliteNegotiationStore.open(altered).close();
        try (Sql shell = Sql.on(altered)) {
            shell.run("DROP INDEX parley_negotiations_active");
        }

        refuses(notes, "no SQLite database");
        refuses(missing, "does not exist");
        refuses(altered, "in another shape");
    }

    private static void refuses(Path file, String reason) {
        StoreFailureException refused =
                assertThrows(StoreFailureException.class, () -> SqliteNegotiationStore.migration(file));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    /** What lies in the directory: each file's time of change and its content. */
    private Map<String, List<Object>> files() throws Exception {
        Map<String, List<Object>> files = new TreeMap<>();
        try (var listed = Files.list(directory)) {
            for (Path path : listed.toList()) {
                files.put(
                        path.getFileName().toString(),
                        List.of(Files.getLastModifiedTime(path), Files.readString(path, StandardCharsets.ISO_8859_1)));
            }
        }
        return files;
    }
}
