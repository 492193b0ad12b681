package dev.parley.cli.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.cli.Run;
import dev.parley.cli.server.CliServer;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.port.CopyableStore;
import dev.parley.persistence.postgresql.PostgresNegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.postgresql.server.TestSchema;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.desk.Moving;
import dev.parley.testkit.walk.RandomWalk;
import dev.parley.testkit.walk.Seeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code copy} moves a whole store there and back, and says what keeps it from it. */
class CopyCommandTest {
    @AutoClose
    private final TestSchema schema;

    @TempDir
    Path directory;

    CopyCommandTest() throws SQLException {
        schema = CliServer.schema();
    }

    @Test
    void thereAndBackGivesEqualStores() {
        long seed = Seeds.first();
        try (SqliteNegotiationStore first = SqliteNegotiationStore.open(file("first"))) {
            RandomWalk.drive(first, seed, 120);
        }
        assertLast("outcome       both are equal", copy(name("first"), schema.url()));
        assertLast("outcome       both are equal", copy(schema.url(), name("second")));
        try (SqliteNegotiationStore first = SqliteNegotiationStore.open(file("first"));
                PostgresNegotiationStore there = PostgresNegotiationStore.open(schema.dataSource());
                SqliteNegotiationStore second = SqliteNegotiationStore.open(file("second"))) {
            new Moving(first, there).mustBeAlike("what was copied there is equal; " + Seeds.toRunAgain(seed));
            new Moving(first, second).mustBeAlike("what came back is equal; " + Seeds.toRunAgain(seed));
        }
    }

    /** Something of everything, as the last version wrote it: one row of it is damaged and stands in quarantine. */
    @Test
    void whatCannotBeReadIsToldAndNothingIsCopied() throws Exception {
        golden(file("golden"));

        Run run = copy(name("golden"), schema.url());

        assertEquals(3, run.exitCode(), run.err());
        assertTrue(run.out().contains("negotiation damaged: "), run.out());
        assertTrue(run.out().contains("nothing was copied"), run.out());
        assertEquals(List.of(), Run.of("campaigns", "--db", schema.url()).lines());
    }

    @Test
    void theRestIsCopiedThereAndBackIfThatIsWanted() throws Exception {
        golden(file("golden"));

        Run there = copy(name("golden"), schema.url(), "--skip-unreadable");
        Run back = copy(schema.url(), name("back"));

        assertLast("outcome       both are equal, but for what is unreadable", there);
        assertLast("outcome       both are equal", back);
        try (PostgresNegotiationStore here = PostgresNegotiationStore.open(schema.dataSource());
                SqliteNegotiationStore second = SqliteNegotiationStore.open(file("back"))) {
            new Moving(here, second).mustBeAlike("all but the damaged comes back");
            assertTrue(here.find(new NegotiationId("damaged")).isEmpty());
        }
    }

    @Test
    void copyingAgainWritesNothing() {
        fill(file("first"), "n", "m");
        copy(name("first"), schema.url()).lines();

        Run again = copy(name("first"), schema.url());

        assertTrue(again.lines().contains("written       0"), again.out());
        assertLast("outcome       both are equal", again);
    }

    @Test
    void whatTheDestinationHasBesideStays() {
        fill(file("first"), "n", "m");
        fill(file("other"), "other", "another");
        copy(name("other"), schema.url()).lines();

        assertLast("outcome       both are equal", copy(name("first"), schema.url()));
        assertEquals(2, Run.of("list", "--all", "--db", schema.url()).lines().size());
    }

    @Test
    void whatStandsThereOtherwiseIsNamedAndNothingIsAddedToIt() {
        fill(file("first"), "n", "m");
        fill(file("other"), "n", "another");
        try (SqliteNegotiationStore other = SqliteNegotiationStore.open(file("other"))) {
            Desk desk = new Desk(other);
            desk.step(desk.read(new NegotiationId("n")), NegotiationEvent.PAUSE);
        }
        copy(name("other"), schema.url()).lines();

        Run run = copy(name("first"), schema.url(), "--json");

        assertEquals(1, run.exitCode(), run.err());
        assertTrue(run.out().startsWith("{\"outcome\":\"conflict\""), run.out());
        assertTrue(
                run.out().contains("negotiation n is stored already, at revision 3 instead of 2; what stands is left"),
                run.out());
        try (PostgresNegotiationStore there = PostgresNegotiationStore.open(schema.dataSource())) {
            assertEquals(
                    List.of("another"),
                    there.owedBy(new NegotiationId("n")).stream()
                            .map(message -> message.id().value())
                            .toList(),
                    "a message of another store's negotiation would be sent in the name of this one");
        }
    }

    @Test
    void aStoreIsNotCopiedIntoItself() {
        fill(file("first"), "n", "m");
        String error = copy(name("first"), name("first")).error(2);
        assertTrue(error.contains("are the same"), error);
    }

    @Test
    void aMistypedSourceLeavesNoDestinationBehind() {
        copy(name("mistyped"), name("second")).error(3);
        assertTrue(Files.notExists(file("second")));
    }

    private static void fill(Path file, String negotiation, String message) {
        try (CopyableStore store = SqliteNegotiationStore.open(file)) {
            new Dispatch(store).owe(negotiation, message);
        }
    }

    /** The tests of the store on SQLite keep one of each version. */
    private static void golden(Path file) throws Exception {
        Files.copy(Path.of("..", "persistence-sqlite", "src", "test", "resources", "golden", "v3.db"), file);
    }

    private static Run copy(String from, String to, String... options) {
        String[] args = new String[5 + options.length];
        System.arraycopy(new String[] {"copy", "--from", from, "--to", to}, 0, args, 0, 5);
        System.arraycopy(options, 0, args, 5, options.length);
        return Run.of(args);
    }

    private static void assertLast(String expected, Run run) {
        List<String> lines = run.lines();
        assertEquals(expected, lines.get(lines.size() - 1));
    }

    private Path file(String name) {
        return directory.resolve(name + ".db");
    }

    private String name(String name) {
        return file(name).toString();
    }
}
