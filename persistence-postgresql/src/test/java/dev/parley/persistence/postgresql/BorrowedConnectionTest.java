package dev.parley.persistence.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Durability;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Options;
import dev.parley.postgresql.server.TestSchema;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection comes back to the app as the app has lent it, whatever the store did with it. */
class BorrowedConnectionTest {
    private static final Instant NOW = Fixtures.OPENED_AT.plusSeconds(3600);
    private static final NegotiationId ID = new NegotiationId("n");
    private static final Options OPTIONS = Options.defaults().durability(Durability.AS_CONFIGURED);

    @AutoClose
    private final TestSchema schema;

    BorrowedConnectionTest() throws SQLException {
        schema = TestSchema.create();
    }

    /** Every kind of call, those that are refused and those that fail included. */
    private void callEverything(PostgresNegotiationStore store) {
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        NegotiationSnapshot opened =
                Fixtures.negotiation("n", Fixtures.CAMPAIGN, "t").snapshot();
        store.commit(Commit.of(NegotiationChange.opened(opened))
                .withMessages(List.of(Fixtures.inbound("in", ID)), List.of(Fixtures.outbound("out", ID)))
                .named(Fixtures.step("open")));
        Stored<NegotiationSnapshot> stored = store.find(ID).orElseThrow();
        store.commit(Commit.of(Steps.events(stored, NegotiationEvent.SEND_OFFER)));
        assertThrows(
                StaleRevisionException.class,
                () -> store.commit(Commit.of(Steps.events(stored, NegotiationEvent.SEND_OFFER))));
        assertThrows(NegotiationNotFoundException.class, () -> store.delete(new NegotiationId("none"), 1));
        store.negotiations(NegotiationFilter.active(), PageRequest.first(10));
        store.outlines(NegotiationFilter.overdue(NOW), PageRequest.first(10));
        store.owed(DeliveryFilter.open(), PageRequest.first(10));
        assertTrue(store.claim(NOW, NOW.plusSeconds(60)).isPresent());
        store.claim(NOW, NOW.plusSeconds(60));
        store.backlog(NOW);
        store.handledBy(ID);
        store.forgetHandled(NOW, 10);
        store.quarantined(PageRequest.first(10));
        store.examine();
        store.erase(ID, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SET default_transaction_isolation = 'serializable'",
                "SET default_transaction_read_only = on",
                "SET statement_timeout = '30s'; SET lock_timeout = '7s'",
                "SET synchronous_commit = off",
                "SET search_path = pg_catalog",
                "CREATE TEMPORARY TABLE parley_negotiations (a INTEGER)"
            })
    void itComesBackAsItWasSetUp(String setUp) throws Exception {
        try (LentConnections lent = new LentConnections(connected(setUp))) {
            callEverything(PostgresNegotiationStore.open(lent.dataSource(), OPTIONS.schema(schema.name())));
            assertEquals(List.of(), lent.changes());
        }
    }

    @Test
    void itComesBackWithAutocommitOff() throws Exception {
        Connection connection = connected("SELECT 1");
        connection.setAutoCommit(false);
        try (LentConnections lent = new LentConnections(connection)) {
            callEverything(PostgresNegotiationStore.open(lent.dataSource(), OPTIONS));
            assertEquals(List.of(), lent.changes());
        }
    }

    @Test
    void itComesBackReadOnlyAndSerializable() throws Exception {
        Connection connection = connected("SELECT 1");
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        try (LentConnections lent = new LentConnections(connection)) {
            callEverything(PostgresNegotiationStore.open(lent.dataSource(), OPTIONS));
            assertEquals(List.of(), lent.changes());
        }
    }

    /** The control: the look at what comes back sees what a careless borrower leaves. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET lock_timeout = '1s'",
                "SET search_path = pg_catalog",
                "SELECT pg_advisory_lock(1)",
                "CREATE TEMPORARY TABLE t (a INTEGER)",
                "BEGIN"
            })
    void whatACarelessBorrowerLeavesIsSeen(String change) throws Exception {
        try (LentConnections lent = new LentConnections(connected("SELECT 1"))) {
            try (Connection borrowed = lent.dataSource().getConnection()) {
                Sql.on(borrowed).run(change);
            }
            assertEquals(1, lent.changes().size(), lent.changes().toString());
        }
    }

    @Test
    void oneConnectionIsEnough() {
        try (HikariDataSource pool = poolOfOne(config -> config)) {
            callEverything(PostgresNegotiationStore.open(pool, OPTIONS));
            assertEquals(0, pool.getHikariPoolMXBean().getActiveConnections(), "none is kept");
        }
    }

    @Test
    void aPoolWithoutAutocommitWillDo() {
        try (HikariDataSource pool = poolOfOne(config -> {
            config.setAutoCommit(false);
            return config;
        })) {
            callEverything(PostgresNegotiationStore.open(pool, OPTIONS));
            assertEquals(0, pool.getHikariPoolMXBean().getActiveConnections(), "none is kept");
        }
    }

    @Test
    void closingTheStoreLeavesTheAppsPoolOpen() throws Exception {
        try (HikariDataSource pool = poolOfOne(config -> config)) {
            PostgresNegotiationStore.open(pool, OPTIONS).close();
            try (Connection connection = pool.getConnection()) {
                assertEquals("1", Sql.on(connection).value("SELECT 1"));
            }
        }
    }

    private HikariDataSource poolOfOne(UnaryOperator<HikariConfig> adjusted) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(schema.url());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(5000);
        return new HikariDataSource(adjusted.apply(config));
    }

    private Connection connected(String setUp) throws SQLException {
        DataSource direct = schema.dataSource();
        Connection connection = direct.getConnection();
        Sql.on(connection).run(setUp);
        return connection;
    }
}
