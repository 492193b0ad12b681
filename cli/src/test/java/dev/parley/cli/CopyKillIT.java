package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.cli.server.CliServer;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.Commit;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.postgresql.server.TestSchema;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Moving;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that copies is killed in the midst of negotiations and of messages, there and back; the next goes on. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CopyKillIT {
    private static final int NEGOTIATIONS = 3_000;

    @AutoClose
    private final TestSchema schema;

    @TempDir
    Path directory;

    CopyKillIT() throws SQLException {
        schema = CliServer.schema();
    }

    @Test
    void aKilledCopyGoesOnAndBothAreEqual() throws Exception {
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file("first"))) {
            fill(store);
        }
        String first = file("first").toString();
        String second = file("second").toString();

        killed("parley_negotiations", schema.url(), "--from", first, "--to", schema.url());
        killed("parley_outbound_messages", schema.url(), "--from", first, "--to", schema.url());
        finished("--from", first, "--to", schema.url());
        killed("parley_negotiations", "jdbc:sqlite:" + second, "--from", schema.url(), "--to", second);
        killed("parley_outbound_messages", "jdbc:sqlite:" + second, "--from", schema.url(), "--to", second);
        finished("--from", schema.url(), "--to", second);

        try (SqliteNegotiationStore here = SqliteNegotiationStore.open(file("first"));
                SqliteNegotiationStore back = SqliteNegotiationStore.open(file("second"))) {
            new Moving(here, back).mustBeAlike("killed twice there and twice on the way back, nothing is lost");
        }
    }

    /** Each negotiation has handled a message and owes one. */
    private static void fill(SqliteNegotiationStore store) {
        Desk desk = new Desk(store);
        for (NegotiationId id : desk.openMany("n", NEGOTIATIONS)) {
            store.commit(Commit.of(Steps.context(desk.read(id), "step", 1))
                    .withMessages(List.of(Fixtures.inbound("in", id)), List.of(Fixtures.outbound("out of " + id, id)))
                    .named(Fixtures.step("step")));
        }
    }

    /** Kills a copy once some rows of a table are there, and before all are. */
    private void killed(String table, String jdbcUrl, String... options) throws Exception {
        long before = rows(table, jdbcUrl);
        Process process = JarProcess.builder(directory, arguments(options))
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
        try {
            while (rows(table, jdbcUrl) <= before && process.isAlive()) {
                Thread.onSpinWait();
            }
            process.destroyForcibly();
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
            assertEquals(137, process.exitValue(), "it was killed, and had not ended");
        } finally {
            process.destroyForcibly();
        }
        assertTrue(rows(table, jdbcUrl) < NEGOTIATIONS, "it was killed before all was there");
    }

    private void finished(String... options) throws IOException, InterruptedException {
        Run run = JarProcess.run(directory, Map.of(), "", arguments(options));
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().contains("outcome       both are equal"), run.out());
    }

    private static String[] arguments(String... options) {
        return Stream.concat(Stream.of("copy"), Stream.of(options)).toArray(String[]::new);
    }

    /** How many there are; none as long as there is no such table. */
    private static long rows(String table, String jdbcUrl) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
            count.next();
            return count.getLong(1);
        } catch (SQLException notYet) {
            return 0;
        }
    }

    private Path file(String name) {
        return directory.resolve(name + ".db");
    }
}
