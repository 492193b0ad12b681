package dev.parley.persistence.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.port.Commit;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Durability;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Migration;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Options;
import dev.parley.postgresql.server.TestSchema;
import dev.parley.testkit.Fixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
    private static final Options OPTIONS = Options.defaults().durability(Durability.AS_CONFIGURED);
    private static final int NODES = 8;

    @AutoClose
    private final TestSchema schema;

    OpeningTest() throws SQLException {
        schema = TestSchema.create();
    }

    private PostgresNegotiationStore open() {
        return PostgresNegotiationStore.open(schema.dataSource(), OPTIONS);
    }

    private String refused() {
        return assertThrows(StoreFailureException.class, this::open).getMessage();
    }

    private String value(String sql) throws SQLException {
        try (Sql shell = Sql.on(schema)) {
            return shell.value(sql);
        }
    }

    @Test
    void manyNodesMayOpenAtOnceAndOneMakesTheTables() throws Exception {
        CountDownLatch ready = new CountDownLatch(NODES);
        List<FutureTask<PostgresNegotiationStore>> nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            FutureTask<PostgresNegotiationStore> node = new FutureTask<>(() -> {
                ready.countDown();
                ready.await();
                return open();
            });
            nodes.add(node);
            new Thread(node).start();
        }
        nodes.get(0).get().commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        for (FutureTask<PostgresNegotiationStore> node : nodes) {
            try (PostgresNegotiationStore store = node.get()) {
                assertTrue(store.findCampaign(Fixtures.CAMPAIGN).isPresent());
            }
        }
        assertEquals("1", value("SELECT count(*) FROM parley_schema"));
    }

    @Test
    void whoMigratesHoldsTheLockThatIsDocumented() throws Exception {
        try (Connection other = schema.connect();
                Sql shell = Sql.on(other)) {
            other.setAutoCommit(false);
            shell.rows("SELECT pg_advisory_xact_lock(x'7061726c6579'::bigint)");
            assertThrows(
                    StoreBusyException.class,
                    () -> PostgresNegotiationStore.open(
                            schema.dataSource(), OPTIONS.busyTimeout(Duration.ofMillis(50))));
        }
        open().close();
    }

    @Test
    void whatOpeningWouldDoIsTold() throws Exception {
        Migration before = PostgresNegotiationStore.migration(schema.dataSource(), OPTIONS);
        assertEquals(0, before.from());
        assertEquals(1, before.to());
        assertEquals(1, before.scripts().size());
        assertEquals("0", value("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"), "it only looks");

        open().close();

        assertEquals(new Migration(1, 1, List.of()), PostgresNegotiationStore.migration(schema.dataSource(), OPTIONS));
    }

    @Test
    void theTablesStandInTheSchemaThatIsNamedBesideTheApps() throws Exception {
        schema.execute("CREATE TABLE orders (a INTEGER)");
        try (PostgresNegotiationStore store =
                PostgresNegotiationStore.open(SharedPool.get(), OPTIONS.schema(schema.name()))) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        }
        assertEquals("1", value("SELECT count(*) FROM " + schema.name() + ".parley_campaigns"));
    }

    @Test
    void aSchemaWhoseNameNeedsQuotesWillDo() throws Exception {
        String name = schema.name() + " \"Übrig\".x";
        schema.execute("CREATE SCHEMA \"" + name.replace("\"", "\"\"") + "\"");
        try (PostgresNegotiationStore store = PostgresNegotiationStore.open(SharedPool.get(), OPTIONS.schema(name))) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            assertTrue(store.findCampaign(Fixtures.CAMPAIGN).isPresent());
            assertEquals(1, store.examine().campaigns());
        } finally {
            schema.execute("DROP SCHEMA \"" + name.replace("\"", "\"\"") + "\" CASCADE");
        }
    }

    @Test
    void aSchemaThatIsNotThereIsRefused() {
        assertThrows(
                StoreFailureException.class,
                () -> PostgresNegotiationStore.open(SharedPool.get(), OPTIONS.schema("no_such_schema")));
        DataSource lost = TestSchema.dataSource(schema.url().replace(schema.name(), "no_such_schema"));
        assertThrows(StoreFailureException.class, () -> PostgresNegotiationStore.open(lost, OPTIONS));
    }

    @Test
    void missingTablesAreNotMadeWithoutLeave() throws Exception {
        assertThrows(
                StoreFailureException.class,
                () -> PostgresNegotiationStore.open(schema.dataSource(), OPTIONS.createIfMissing(false)));
        assertEquals("0", value("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"));
    }

    @Test
    void tablesOfANewerVersionAreRefused() throws Exception {
        open().close();
        schema.execute("UPDATE parley_schema SET version = 2");
        assertTrue(refused().contains("use a newer Parley"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE parley_negotiations DROP COLUMN state CASCADE",
                "ALTER TABLE parley_negotiations ADD COLUMN more TEXT",
                "ALTER TABLE parley_deliveries ALTER COLUMN due_at TYPE TEXT COLLATE \"default\"",
                "DROP INDEX parley_steps_name",
                "DROP INDEX parley_negotiations_expiring",
                "CREATE TABLE parley_extra (a INTEGER)",
                "DELETE FROM parley_schema",
                "INSERT INTO parley_schema VALUES (1)"
            })
    void tablesOfAnotherShapeAreRefused(String change) throws Exception {
        open().close();
        schema.execute(change);
        assertTrue(refused().contains("it was left untouched"));
    }

    @Test
    void tablesOfSomebodyElsesAreRefused() throws Exception {
        schema.execute("CREATE TABLE parley_schema (a INTEGER)");
        assertTrue(refused().contains("not Parley's"));
    }

    @Test
    void aDatabaseInAnotherEncodingIsRefused() throws Exception {
        String name = "latin_" + schema.name();
        schema.execute("CREATE DATABASE " + name + " ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        try {
            DataSource latin = TestSchema.dataSource(TestSchema.server().replaceFirst("(//[^/]+/)[^?]*", "$1" + name));
            StoreFailureException refused =
                    assertThrows(StoreFailureException.class, () -> PostgresNegotiationStore.open(latin, OPTIONS));
            assertTrue(refused.getMessage().contains("make it UTF8"), refused.getMessage());
        } finally {
            schema.execute("DROP DATABASE " + name);
        }
    }

    @Test
    void waitsAreBounded() {
        assertThrows(InvalidValueException.class, () -> OPTIONS.busyTimeout(Duration.ZERO));
        assertThrows(InvalidValueException.class, () -> OPTIONS.busyTimeout(Duration.ofHours(2)));
    }

    @Test
    void noServerIsAPlainFailure() {
        DataSource nowhere = TestSchema.dataSource("jdbc:postgresql://localhost:1/nowhere?user=nobody");
        StoreFailureException refused =
                assertThrows(StoreFailureException.class, () -> PostgresNegotiationStore.open(nowhere, OPTIONS));
        assertEquals(StoreFailureException.Outcome.NOT_WRITTEN, refused.outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1", "CREATE TABLE of_the_app (a INTEGER)"})
    void connectionsInTheMiddleOfATransactionAreRefused(String begun) throws Exception {
        AtomicBoolean inTheMiddle = new AtomicBoolean();
        DataSource dataSource = ProxiedDataSource.of(schema.dataSource(), (real, method, arguments) -> {
            if (method.getName().equals("getAutoCommit") && inTheMiddle.get()) {
                real.setAutoCommit(false);
                Sql.on(real).run(begun);
                return false;
            }
            return method.invoke(real, arguments);
        });
        try (PostgresNegotiationStore store = PostgresNegotiationStore.open(dataSource, OPTIONS)) {
            inTheMiddle.set(true);
            assertThrows(StoreFailureException.class, () -> store.findCampaign(Fixtures.CAMPAIGN));
            if (!begun.startsWith("SELECT")) {
                assertThrows(
                        StoreFailureException.class,
                        () -> store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN))));
            }
            inTheMiddle.set(false);
            assertTrue(store.findCampaign(Fixtures.CAMPAIGN).isEmpty());
        }
        assertEquals("0", value("SELECT count(*) FROM pg_tables WHERE tablename = 'of_the_app'"));
    }
}
