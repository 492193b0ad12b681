package dev.parley.postgresql.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrivateServerTest {
    private static void execute(PrivateServer server, String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(PrivateServer server, String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void itKeepsWhatIsCommittedThroughAKill() throws Exception {
        try (PrivateServer server = PrivateServer.start()) {
            execute(server, "CREATE TABLE t AS SELECT 7 AS a");
            assertEquals("on", ask(server, "SHOW fsync"));
            try (Connection lost = server.connect()) {
                server.kill();
                assertThrows(SQLException.class, () -> lost.createStatement().execute("SELECT 1"));
            }
            assertThrows(SQLException.class, () -> ask(server, "SELECT 1"));
            server.restart();
            assertEquals("7", ask(server, "SELECT a FROM t"));
        }
    }

    @Test
    void itEndsWithTheProcessThatItWasStartedFor() throws Exception {
        Process owner = new ProcessBuilder("cat").start();
        ServerHome home = new ServerHome(BuildProcess.target().resolve("owned-by-" + owner.pid()));
        home.locked(() -> EmbeddedServer.start(home, owner.toHandle(), 0, Map.of()));
        ProcessHandle postmaster = home.postmaster().orElseThrow();
        assertTrue(postmaster.isAlive());

        owner.destroyForcibly();

        assertTrue(
                Life.awaitEnd(postmaster, () -> Files.notExists(home.path()), Duration.ofSeconds(30)), "it has ended");
        assertTrue(
                Life.awaitEnd(ProcessHandle.current(), () -> Files.notExists(home.path()), Duration.ofSeconds(30)),
                "no directory is left behind");
    }
}
