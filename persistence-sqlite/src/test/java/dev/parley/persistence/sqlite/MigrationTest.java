package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import dev.parley.persistence.sqlite.schema.Schema;
import dev.parley.testkit.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Later versions of the schema, made up here, and files that this build has written. */
class MigrationTest {
    private static final Schema NOW = Schema.ofThisBuild();

    /** Adds a column and a table, and says in it how often it was run. */
    private static final String NEXT = """
            ALTER TABLE parley_negotiations ADD COLUMN note TEXT;
            -- How often this was run; a comment with a semicolon;
            CREATE TABLE parley_runs (script TEXT NOT NULL) STRICT;
            INSERT INTO parley_runs VALUES ('next;');
            """;

    /** Replaces a table that others refer to, and needs what the one before has made. */
    private static final String AFTER_NEXT = """
            INSERT INTO parley_runs VALUES ('after next');
            CREATE TABLE parley_replaced (position INTEGER PRIMARY KEY, message_id TEXT NOT NULL) STRICT;
            INSERT INTO parley_replaced SELECT position, message_id FROM parley_inbound_messages;
            DROP TABLE parley_inbound_messages;
            CREATE TRIGGER parley_guard BEFORE DELETE ON parley_replaced BEGIN
                SELECT RAISE(ABORT, 'kept;');
            END;
            """;

    /** Fails where there are rows, after it has changed something. */
    private static final String FAILING = """
            CREATE TABLE parley_half (note TEXT NOT NULL) STRICT;
            UPDATE parley_negotiations SET thread_id = 'half';
            INSERT INTO parley_half SELECT NULL FROM parley_negotiations;
            """;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void storeSomething() {
        file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            for (String id : List.of("n-1", "n-2")) {
                var opened =
                        Fixtures.negotiation(id, NegotiationState.COUNTER_SENT).snapshot();
                store.commit(Commit.of(NegotiationChange.opened(opened))
                        .withMessages(List.of(Fixtures.inbound("in-" + id, opened.id())), List.of()));
            }
        }
    }

    @Test
    void anOlderFileIsBroughtToThisVersionAndKeepsWhatIsInIt() throws Exception {
        List<String> before = rows("SELECT negotiation_id, context, checksum FROM parley_negotiations");

        open(NEXT);

        assertEquals(before, rows("SELECT negotiation_id, context, checksum FROM parley_negotiations"));
        assertEquals(List.of("next;"), rows("SELECT script FROM parley_runs"));
        assertEquals(List.of("" + (NOW.latest() + 1)), rows("SELECT version FROM parley_schema"));
    }

    @Test
    void severalVersionsAreCaughtUpWithInOneGo() throws Exception {
        open(NEXT, AFTER_NEXT);

        assertEquals(List.of("next;", "after next"), rows("SELECT script FROM parley_runs"));
        assertEquals(List.of("in-n-1", "in-n-2"), rows("SELECT message_id FROM parley_replaced"));
        assertEquals(List.of("" + (NOW.latest() + 2)), rows("SELECT version FROM parley_schema"));
    }

    @Test
    void whatIsUpToDateIsLeftAsItIs() throws Exception {
        open(NEXT);
        byte[] migrated = Files.readAllBytes(file);

        open(NEXT);

        assertArrayEquals(migrated, Files.readAllBytes(file));
        open(NEXT, AFTER_NEXT);
        assertEquals(List.of("next;", "after next"), rows("SELECT script FROM parley_runs"));
    }

    @Test
    void aNewFileHasTheShapeOfAMigratedOne() throws Exception {
        open(NEXT, AFTER_NEXT);
        List<String> migrated = rows("SELECT type, name, sql FROM sqlite_schema ORDER BY name");

        file = directory.resolve("new.db");
        open(NEXT, AFTER_NEXT);

        assertEquals(migrated, rows("SELECT type, name, sql FROM sqlite_schema ORDER BY name"));
    }

    @Test
    void aMigrationThatFailsHalfWayLeavesEverythingAsItWas() throws Exception {
        List<String> before = picture();

        StoreFailureException refused = assertThrows(StoreFailureException.class, () -> open(NEXT, FAILING));

        assertEquals(Outcome.NOT_WRITTEN, refused.outcome());
        assertTrue(
                refused.getMessage()
                        .contains("the tables stay in version " + NOW.latest() + " of Parley's schema, this is version "
                                + (NOW.latest() + 2)),
                refused.getMessage());
        assertEquals(before, picture());
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            assertEquals(2, all(store));
            assertEquals(List.of(), store.examine().findings());
        }
    }

    @Test
    void aMigrationThatWouldOrphanRowsIsRefused() throws Exception {
        List<String> before = picture();

        StoreFailureException refused = assertThrows(
                StoreFailureException.class, () -> open("DELETE FROM parley_negotiations WHERE position = 1;"));

        assertTrue(refused.getMessage().contains("would not be whole"), refused.getMessage());
        assertEquals(before, picture());
    }

    @Test
    void orphansThatWereThereBeforeDoNotStopIt() throws Exception {
        try (Sql shell = Sql.on(file)) {
            shell.run("PRAGMA foreign_keys = OFF");
            shell.run("DELETE FROM parley_negotiations WHERE position = 1");
        }

        open(NEXT);

        assertEquals(List.of("next;"), rows("SELECT script FROM parley_runs"));
    }

    @RepeatedTest(30)
    void ofManyWhoOpenAtOnceOneMigrates() throws Exception {
        int openers = 8;
        CyclicBarrier start = new CyclicBarrier(openers);
        ExecutorService threads = Executors.newFixedThreadPool(openers);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < openers; i++) {
            all.add(threads.submit(() -> {
                start.await();
                open(NEXT, AFTER_NEXT);
                return start;
            }));
        }
        for (Future<?> opener : all) {
            opener.get();
        }
        threads.shutdown();

        assertEquals(List.of("next;", "after next"), rows("SELECT script FROM parley_runs"));
    }

    @Test
    void whoeverDiesBeforeTheCommitHasMigratedNothing() throws Exception {
        List<String> before = picture();
        Schema later = later(NEXT);

        try (Sql dying = Sql.on(file)) {
            dying.run("BEGIN IMMEDIATE");
            for (String script : later.scriptsAfter(NOW.latest())) {
                dying.script(script);
            }
            dying.run("UPDATE parley_schema SET version = version + 1");
        }

        assertEquals(before, picture());
        open(NEXT);
        assertEquals(List.of("next;"), rows("SELECT script FROM parley_runs"));
    }

    @Test
    void aMigrationWaitsForAWriterAndSaysSoIfItWaitsInVain() throws Exception {
        try (Sql writer = Sql.on(file)) {
            writer.run("BEGIN IMMEDIATE");

            assertThrows(
                    StoreBusyException.class,
                    () -> Opening.open(file, Options.defaults().busyTimeout(Duration.ofMillis(20)), later(NEXT)));
        }
    }

    @Test
    void aNewerFileIsRefusedUntouched() throws Exception {
        open(NEXT);
        byte[] before = Files.readAllBytes(file);

        StoreFailureException refused =
                assertThrows(StoreFailureException.class, () -> SqliteNegotiationStore.open(file));

        assertTrue(refused.getMessage().contains("use a newer Parley; it was left untouched"), refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE parley_negotiations ADD COLUMN extra TEXT",
                "DROP INDEX parley_negotiations_active",
                "CREATE TABLE parley_runs (script TEXT NOT NULL) STRICT",
                "DELETE FROM parley_schema",
                "INSERT INTO parley_schema VALUES (1)",
                "UPDATE parley_schema SET version = 0",
            })
    void anOlderFileWithTablesOfAnotherShapeIsRefusedUntouched(String change) throws Exception {
        try (Sql shell = Sql.on(file)) {
            shell.run(change);
        }
        byte[] before = Files.readAllBytes(file);

        StoreFailureException refused = assertThrows(StoreFailureException.class, () -> open(NEXT));

        assertTrue(refused.getMessage().contains("it was left untouched"), refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    private void open(String... further) {
        Opening.open(file, Options.defaults(), later(further)).close();
    }

    private static Schema later(String... further) {
        List<String> scripts = new ArrayList<>(NOW.scriptsAfter(Schema.ABSENT));
        scripts.addAll(Arrays.asList(further));
        return new Schema(scripts);
    }

    private static int all(SqliteNegotiationStore store) {
        return store.negotiations(NegotiationFilter.all(), PageRequest.first(100))
                .rows()
                .size();
    }

    /** Everything a migration may touch. */
    private List<String> picture() throws Exception {
        List<String> picture = new ArrayList<>(rows("SELECT type, name, sql FROM sqlite_schema ORDER BY name"));
        picture.addAll(rows("SELECT version FROM parley_schema"));
        picture.addAll(rows("SELECT * FROM parley_negotiations"));
        picture.addAll(rows("SELECT * FROM parley_inbound_messages"));
        return picture;
    }

    private List<String> rows(String sql) throws Exception {
        try (Sql shell = Sql.on(file)) {
            return shell.rows(sql);
        }
    }
}
