package dev.parley.persistence.sqlite.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreFailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writes of several threads in one transaction: each fares as if it had come alone. */
@Timeout(30)
class GroupCommitTest {
    @TempDir
    Path directory;

    private final CountDownLatch free = new CountDownLatch(1);
    private final Crowd crowd = new Crowd();
    private SqliteFile file;
    private Writer writer;

    @BeforeEach
    void openAndHoldTheTurn() throws Exception {
        file = new SqliteFile(Files.createFile(directory.resolve("group.db")));
        writer = new Writer(file, Duration.ofMillis(50), this::session);
        try (Session session = session()) {
            session.first("PRAGMA journal_mode = WAL", row -> row.getString(1));
            session.execute("CREATE TABLE t (name TEXT PRIMARY KEY)");
        }
        crowd.join(() -> writer.alone(apart -> held()));
    }

    private String held() {
        try {
            free.await();
            return "held";
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
    }

    @Test
    void allOfAGroupAreWritten() throws Exception {
        insert("a");
        insert("b");
        insert("c");
        assertOutcomes("a", "b", "c");
        assertStored("a", "b", "c");
    }

    @Test
    void oneThatIsRefusedForWhatItReadsHarmsNobody() throws Exception {
        IllegalStateException refusal = new IllegalStateException("refused");
        insert("a");
        refuse(refusal);
        insert("c");
        assertOutcomes("a", refusal, "c");
        assertStored("a", "c");
    }

    @Test
    void oneThatIsRefusedAfterItHasWrittenHarmsNobodyAndLeavesNothing() throws Exception {
        IllegalStateException refusal = new IllegalStateException("refused");
        insert("a");
        insertAndRefuse("b", refusal);
        insert("c");
        insertAndRefuse("d", refusal);
        assertOutcomes("a", refusal, "c", refusal);
        assertStored("a", "c");
    }

    @Test
    void anErrorReachesItsOwnCallerAlone() throws Exception {
        StackOverflowError broken = new StackOverflowError();
        insert("a");
        crowd.join(() -> writer.write(session -> {
            session.update("INSERT INTO t VALUES ('b')");
            throw broken;
        }));
        insert("c");
        assertOutcomes("a", broken, "c");
        assertStored("a", "c");
    }

    @Test
    void oneThatSqliteRefusesHarmsNobody() throws Exception {
        insert("a");
        crowd.join(() -> writer.write(session -> session.update("INSERT INTO nowhere VALUES (1)")));
        insert("c");
        free.countDown();
        List<Object> outcomes = crowd.outcomes();
        assertEquals(StoreFailureException.class, outcomes.get(2).getClass());
        assertStored("a", "c");
    }

    @Test
    void ifAnotherProcessHoldsTheFileAllAreToldSo() throws Exception {
        insert("a");
        insert("b");
        try (Session rival = session()) {
            rival.execute("BEGIN IMMEDIATE");
            free.countDown();
            crowd.outcomes().subList(1, 3).forEach(outcome -> assertSame(StoreBusyException.class, outcome.getClass()));
        }
        assertStored();
    }

    private Session session() throws SQLException {
        return new Session(file.connect(Duration.ofMillis(50)));
    }

    private void insert(String name) {
        crowd.join(() -> writer.write(session -> {
            session.update("INSERT INTO t VALUES (?)", name);
            return name;
        }));
    }

    private void refuse(RuntimeException refusal) {
        crowd.join(() -> writer.write(session -> {
            session.number("SELECT count(*) FROM t");
            throw refusal;
        }));
    }

    private void insertAndRefuse(String name, RuntimeException refusal) {
        crowd.join(() -> writer.write(session -> {
            session.update("INSERT INTO t VALUES (?)", name);
            throw refusal;
        }));
    }

    private void assertOutcomes(Object... expected) throws InterruptedException {
        free.countDown();
        List<Object> outcomes = crowd.outcomes();
        assertEquals(List.of(expected), outcomes.subList(1, outcomes.size()));
    }

    private void assertStored(String... names) throws SQLException {
        try (Session session = session()) {
            assertEquals(List.of(names), session.query("SELECT name FROM t ORDER BY name", row -> row.getString(1)));
        }
    }
}
