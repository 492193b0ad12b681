package dev.parley.persistence.sqlite.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        writer = new Writer(file, Duration.ofMillis(50), this::session, () -> {});
        try (Session session = session()) {
            session.first("PRAGMA journal_mode = WAL", row -> row.getString(1));
            session.execute("CREATE TABLE t (name TEXT PRIMARY KEY)");
            session.execute("CREATE TABLE child (name TEXT REFERENCES t DEFERRABLE INITIALLY DEFERRED)");
            session.execute("CREATE TABLE parley_schema (version INTEGER)");
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

    /** Otherwise its caller would act on what a crash may still take back. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatANeighbourWroteRefusesNobodyBeforeItIsDurable(boolean afterWriting) throws Exception {
        insert("a");
        insertUnlessStored("a", afterWriting);
        insert("c");
        insertUnlessStored("c", afterWriting);
        insert("e");
        assertOutcomes("a", "refused for what is durable", "c", "refused for what is durable", "e");
        assertStored("a", "c", "e");
    }

    @Test
    void ifTheCommitFailsNobodyIsRefusedForWhatANeighbourWrote() throws Exception {
        insert("a");
        insertUnlessStored("a", false);
        crowd.join(() -> writer.write(session -> session.update("INSERT INTO child VALUES ('orphan')")));
        free.countDown();
        crowd.outcomes()
                .subList(1, 4)
                .forEach(outcome -> assertSame(
                        Outcome.UNKNOWN,
                        assertInstanceOf(StoreFailureException.class, outcome).outcome()));
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

    /** Is refused if a name is stored, and tells whether others could see it then. */
    private void insertUnlessStored(String name, boolean afterWriting) {
        AtomicBoolean visible = new AtomicBoolean();
        crowd.join(() -> {
            try {
                return writer.write(session -> {
                    visible.set(stored().contains(name));
                    if (afterWriting) {
                        session.update("INSERT INTO t VALUES ('unless ' || ?)", name);
                    }
                    if (session.number("SELECT count(*) FROM t WHERE name = ?", name) > 0) {
                        throw new IllegalStateException("refused");
                    }
                    return "written";
                });
            } catch (IllegalStateException refused) {
                return "refused for what " + (visible.get() ? "is durable" : "a crash takes back");
            }
        });
    }

    private void assertOutcomes(Object... expected) throws InterruptedException {
        free.countDown();
        List<Object> outcomes = crowd.outcomes();
        assertEquals(List.of(expected), outcomes.subList(1, outcomes.size()));
    }

    private void assertStored(String... names) throws SQLException {
        assertEquals(List.of(names), stored());
    }

    private List<String> stored() throws SQLException {
        try (Session session = session()) {
            return session.query("SELECT name FROM t ORDER BY name", row -> row.getString(1));
        }
    }
}
