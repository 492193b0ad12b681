package dev.parley.persistence.postgresql.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.postgresql.server.TestSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is in each other's way tries again, whole, and not for ever. */
@Timeout(60)
class RetryTest {
    private static final String TAKE = "SELECT a FROM t WHERE a = ? FOR UPDATE";

    @AutoClose
    private final TestSchema schema;

    private final List<Integer> backoffs = new ArrayList<>();
    private final AtomicInteger tries = new AtomicInteger();

    RetryTest() throws SQLException {
        schema = TestSchema.create();
    }

    @BeforeEach
    void twoRows() throws SQLException {
        schema.execute("CREATE TABLE t AS SELECT * FROM generate_series(1, 2) AS a");
    }

    private Database database(Duration lockTimeout) {
        return new Database(
                schema.dataSource(), new TransactionSettings(schema.name(), lockTimeout, false), backoffs::add);
    }

    /** Two sessions, each with what the other wants; the server ends ours, for it looks for deadlocks first. */
    @Test
    void aDeadlockIsTriedAgainFromTheBeginning() throws Exception {
        CountDownLatch oursTaken = new CountDownLatch(1);
        try (Connection other = schema.connect();
                Statement statement = other.createStatement()) {
            statement.execute("SET deadlock_timeout = '1h'");
            other.setAutoCommit(false);
            statement.execute("SELECT a FROM t WHERE a = 2 FOR UPDATE");
            FutureTask<Long> ours =
                    new FutureTask<>(() -> database(Duration.ofMinutes(1)).write(session -> {
                        tries.incrementAndGet();
                        session.number(TAKE, 1);
                        oursTaken.countDown();
                        return session.number(TAKE, 2);
                    }));
            new Thread(ours).start();
            oursTaken.await();
            statement.execute("SELECT a FROM t WHERE a = 1 FOR UPDATE");
            other.commit();

            assertEquals(2L, ours.get());
            assertEquals(2, tries.get(), "once in vain, and once more");
            assertEquals(List.of(1), backoffs, "it stood back between");
        }
    }

    /** Two transactions that the server cannot bring into one order. */
    @Test
    void aSerializationFailureOfTheServersIsTriedAgain() throws Exception {
        long result = database(Duration.ofSeconds(5)).write(session -> {
            if (tries.incrementAndGet() == 1) {
                session.script("COMMIT; BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT * FROM t");
                schema.execute("UPDATE t SET a = 7 WHERE a = 1");
            }
            session.update("UPDATE t SET a = 8 WHERE a IN (1, 7)");
            return session.number("SELECT max(a) FROM t");
        });
        assertEquals(8, result);
        assertEquals(2, tries.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void whoIsAlwaysInSomebodysWayIsTold(String state) {
        StoreBusyException busy = assertThrows(
                StoreBusyException.class,
                () -> database(Duration.ofSeconds(5)).write(session -> {
                    tries.incrementAndGet();
                    throw new SQLException("in the way", state);
                }));
        assertEquals(10, tries.get());
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), backoffs);
        assertTrue(busy.getMessage().contains("nothing was written"), busy.getMessage());
    }

    @Test
    void whatWasWrittenInAFailedTryIsNotThere() throws Exception {
        database(Duration.ofSeconds(5)).write(session -> {
            session.update("INSERT INTO t VALUES (3)");
            if (tries.incrementAndGet() < 3) {
                throw new SQLException("in the way", "40001");
            }
            return session;
        });
        long stored =
                database(Duration.ofSeconds(5)).read(session -> session.number("SELECT count(*) FROM t WHERE a = 3"));
        assertEquals(1, stored);
    }

    @Test
    void otherTroubleIsNotTriedAgain() {
        StoreFailureException failure = assertThrows(
                StoreFailureException.class,
                () -> database(Duration.ofSeconds(5)).write(session -> {
                    tries.incrementAndGet();
                    return session.number("SELECT 1 / 0");
                }));
        assertEquals(Outcome.NOT_WRITTEN, failure.outcome());
        assertEquals(1, tries.get());
    }

    @Test
    void aLockThatIsHeldForTooLongIsBusy() throws Exception {
        try (Connection other = schema.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT a FROM t FOR UPDATE");
            assertThrows(
                    StoreBusyException.class,
                    () -> database(Duration.ofMillis(50)).write(session -> {
                        tries.incrementAndGet();
                        return session.number(TAKE, 1);
                    }));
            assertEquals(1, tries.get(), "it has waited long enough");
        }
    }
}
