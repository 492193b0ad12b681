package dev.parley.cli.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.cli.Run;
import dev.parley.cli.server.CliServer;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.persistence.postgresql.PostgresNegotiationStore;
import dev.parley.postgresql.server.TestSchema;
import dev.parley.testkit.desk.Desk;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on a PostgreSQL server: the same as on a file, or plain words where a file is needed. */
class ServerCommandsTest {
    @AutoClose
    private final TestSchema schema;

    ServerCommandsTest() throws SQLException {
        schema = CliServer.schema();
    }

    private void fill() {
        try (PostgresNegotiationStore store = PostgresNegotiationStore.open(schema.dataSource())) {
            new Desk(store).openAt(NegotiationState.AWAITING_REPLY, "n");
        }
    }

    @Test
    void negotiationsAreListedAndMovedOn() {
        fill();
        assertEquals(1, Run.of("list", "--db", schema.url()).lines().size());
        Run.of("pause", "n", "--db", schema.url()).lines();
        assertTrue(Run.of("show", "n", "--db", schema.url()).out().contains("paused"));
    }

    @Test
    void aBatchMakesTheTablesWhereThereAreNone() {
        Run run = Run.withInput("{\"op\":\"recover\"}\n", "batch", "--db", schema.url());
        assertTrue(run.lines().get(0).contains("\"ok\":true"), run.out());
    }

    @Test
    void theDoctorNamesWhatDurabilityRestsOn() {
        fill();
        List<String> lines = Run.of("doctor", "--db", schema.url()).lines();
        assertTrue(lines.contains("negotiations  1"), lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("server version")), lines.toString());
        assertTrue(lines.contains("damaged       no"), lines.toString());
        String json = Run.of("doctor", "--db", schema.url(), "--json").out();
        assertTrue(json.contains("\"synchronous_commit\":\"on\""), json);
    }

    @Test
    void aMigrationIsToldOnAServerAsWell() {
        fill();
        assertTrue(Run.of("migrate", "--dry-run", "--db", schema.url())
                .lines()
                .get(0)
                .startsWith("version "));
    }

    @Test
    void erasingSaysHowFarItGoes() {
        fill();
        String said =
                Run.of("erase", "n", "--yes", "--db", schema.url()).lines().get(0);
        assertTrue(said.startsWith("negotiation n is erased; "), said);
        assertTrue(said.contains("backups"), said);
    }

    @ParameterizedTest
    @CsvSource({"backup copy.db, pg_dump", "scrub, a full vacuum", "demo, the demo makes one"})
    void whatIsForFilesSaysSo(String command, String instead) {
        String error = Run.of((command + " --db " + schema.url()).split(" ")).error(2);
        assertTrue(error.contains("is for database files"), error);
        assertTrue(error.contains(instead), error);
    }

    @Test
    void aSchemaWithoutTablesIsNoEmptyStore() {
        String error = Run.of("list", "--db", schema.url()).error(3);
        assertTrue(error.contains("has no tables of Parley"), error);
    }

    @Test
    void aServerThatIsNotThereIsToldAtOnce() {
        String error = Run.of("list", "--db", "postgresql://ada:secret@127.0.0.1:1/deals")
                .error(3);
        assertTrue(error.contains("cannot be reached; check host and port"), error);
        assertFalse(error.contains("secret"), error);
    }

    @Test
    void aDatabaseThatIsNotThereIsNamedAsMissing() {
        String error = Run.of("list", "--db", CliServer.url().replace("/postgres?", "/nowhere?"))
                .error(3);
        assertTrue(error.contains("the database does not exist"), error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list postgresql://ada:secret@127.0.0.1:1/deals",
                "list --db x postgresql://ada:secret@127.0.0.1:1/deals --debug",
                "list --db postgresql://ada:secret@127.0.0.1:1/deals --debug",
                "list --db postgresql://ada:secret@127.0.0.1:port/deals --debug",
                "copy --from postgresql://ada:secret@127.0.0.1:1/d --to postgresql://ada:secret@127.0.0.1:1/d",
                "scrub --db jdbc:postgresql://127.0.0.1:1/deals?user=ada&password=secret --debug",
            })
    void aPasswordIsNeverRepeated(String line) {
        Run run = Run.of(line.split(" "));
        assertTrue(run.exitCode() > 1, run.out());
        assertFalse((run.out() + run.err()).contains("secret"), run.err());
    }
}
