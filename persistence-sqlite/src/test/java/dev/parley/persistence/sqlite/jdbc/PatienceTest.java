package dev.parley.persistence.sqlite.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.BusyHandler;

/** A lock that is held is tried for again and again, at short intervals, for as long as was said. */
@Timeout(30)
class PatienceTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    private final List<Long> pauses = new ArrayList<>();
    private long waited;
    private SqliteFile file;
    private Connection rival;

    @BeforeEach
    void holdTheLock() throws Exception {
        file = new SqliteFile(Files.createFile(directory.resolve("held.db")));
        rival = file.connect(Duration.ZERO);
        execute(rival, "BEGIN IMMEDIATE");
    }

    @AfterEach
    void close() throws SQLException {
        rival.close();
    }

    @Test
    void whoeverWaitsTriesUntilTheTimeIsOverAndNoLonger() throws Exception {
        try (Connection waiting = patient(() -> {})) {
            assertBusy(waiting);
            assertEquals(TIMEOUT.toNanos(), waited);
            assertBusy(waiting);
            assertEquals(2 * TIMEOUT.toNanos(), waited, "and the next wait is as long");
        }
    }

    @Test
    void thePausesAreShortAndAtFirstShorter() throws Exception {
        try (Connection waiting = patient(() -> {})) {
            assertBusy(waiting);
        }
        List<Long> allButTheLast = pauses.subList(0, pauses.size() - 1);
        assertTrue(allButTheLast.stream().allMatch(pause -> pause >= Patience.SHORTEST_NANOS));
        assertTrue(pauses.stream().allMatch(pause -> pause <= Patience.LONGEST_NANOS));
        assertTrue(pauses.subList(0, 50).stream().allMatch(pause -> pause <= Patience.LONGEST_NANOS / 4));
        assertTrue(pauses.stream().distinct().count() > pauses.size() / 2, "and none is like the other");
    }

    @Test
    void aLockThatIsLetGoIsTakenWithTheNextTry() throws Exception {
        try (Connection waiting = patient(() -> {
            if (pauses.size() == 3) {
                execute(rival, "COMMIT");
            }
        })) {
            execute(waiting, "BEGIN IMMEDIATE");
        }
        assertEquals(3, pauses.size());
    }

    @Test
    void whoeverIsNotToWaitDoesNot() throws Exception {
        try (Connection waiting = file.connect(Duration.ZERO)) {
            assertBusy(waiting);
        }
    }

    @Test
    void anInterruptNeitherEndsTheWaitNorMakesItASpinNorIsLost() {
        Duration timeout = Duration.ofMillis(20);
        Patience patience = new Patience(timeout);
        long start = System.nanoTime();
        int tries = 0;
        Thread.currentThread().interrupt();
        while (patience.callback(tries) != 0) {
            tries++;
        }
        assertTrue(Thread.interrupted(), "the flag is the caller's");
        long elapsed = System.nanoTime() - start;
        assertTrue(elapsed >= timeout.toNanos(), elapsed + " ns waited");
        assertTrue((tries - 1) * Patience.SHORTEST_NANOS <= elapsed, tries + " tries in " + elapsed + " ns");
    }

    @Test
    void everyConnectionThatWritesWaitsSoEvenIfItIsInterrupted() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try (Connection connection = file.connect(Duration.ofHours(1))) {
                execute(connection, "BEGIN IMMEDIATE");
                interrupted.complete(Thread.interrupted());
            } catch (SQLException | RuntimeException failure) {
                interrupted.completeExceptionally(failure);
            }
        });
        waiting.start();
        awaitPauseOf(waiting);
        waiting.interrupt();
        awaitPauseOf(waiting);
        execute(rival, "COMMIT");
        assertTrue(interrupted.get(), "the flag is the caller's");
        waiting.join();
    }

    private static void awaitPauseOf(Thread waiting) {
        while (Arrays.stream(waiting.getStackTrace())
                .noneMatch(frame -> frame.getClassName().equals(Patience.class.getName()))) {
            assertTrue(waiting.isAlive(), "it waits as long as the lock is held");
            Thread.onSpinWait();
        }
    }

    /** A connection whose pauses take no time, and whose clock goes by them. */
    private Connection patient(Runnable inThePause) throws SQLException {
        Connection connection = file.connect(Duration.ZERO);
        BusyHandler.setHandler(connection, new Patience(TIMEOUT, () -> waited, nanos -> {
            pauses.add(nanos);
            waited += nanos;
            inThePause.run();
        }));
        return connection;
    }

    private static void assertBusy(Connection connection) {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> execute(connection, "BEGIN IMMEDIATE"));
        assertTrue(SqlFailures.isBusy((SQLException) refused.getCause()), refused.toString());
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
