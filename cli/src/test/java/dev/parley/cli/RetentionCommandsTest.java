package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.documents.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, for how long, and in which version: {@code forget}, {@code erase}, {@code scrub}, {@code migrate}. */
class RetentionCommandsTest {
    private static final String WORDS = "nobody shall find this";

    private static final String BATCH = """
            {"op":"campaign","campaign":{"campaign_id":"c-1","client_name":"Acme","budget":"1","target_deliverables":"x",\
            "influencers":[],"cpm_range":{"min_cpm":"1","max_cpm":"2"},"platform":"x","timeline":"x",\
            "created_at":"2026-01-15T12:00:00Z","total_influencers":0}}
            {"op":"open","negotiation_id":"n-1","campaign_id":"c-1","context":{"note":"WORDS"}}
            {"op":"advance","negotiation_id":"n-1","events":["stop"],"key":"k","cause":"WORDS"}
            """.replace("WORDS", WORDS);

    @TempDir
    Path directory;

    private String db;

    @BeforeEach
    void fill() {
        db = directory.resolve("parley.db").toString();
        assertEquals(3, Run.withInput(BATCH, "batch", "--db", db).lines().size());
    }

    @Test
    void whatWasHandledIsForgottenAfterItsTime() {
        assertEquals(
                List.of("negotiations  0"),
                Run.of("forget", "--before", "2001-01-01T00:00:00Z", "--db", db).lines());
        assertEquals(
                List.of("{\"negotiations\":1}"),
                Run.of("forget", "--before", "9999-01-01T00:00:00Z", "--json", "--db", db)
                        .lines());
        assertTrue(Run.of("show", "n-1", "--db", db).lines().contains("state        stopped"));
    }

    @Test
    void erasingAsksForAGuard() {
        assertEquals(
                "parley: erasing cannot be undone; name the --revision it stands at, or say --yes",
                Run.of("erase", "n-1", "--db", db).error(2));
        assertTrue(
                Run.of("erase", "n-1", "--revision", "1", "--db", db).error(1).contains("stands at 2"));
        assertTrue(Run.of("show", "n-1", "--db", db).lines().contains("state        stopped"));
    }

    @Test
    void whatIsErasedIsNowhereInTheFiles() throws IOException {
        assertTrue(isFound());

        assertEquals(
                List.of("negotiation n-1 is erased"),
                Run.of("erase", "n-1", "--revision", "2", "--db", db).lines());

        assertFalse(isFound());
        assertTrue(Run.of("erase", "n-1", "--yes", "--db", db).error(1).contains("is not stored"));
    }

    @Test
    void whatWasDeletedIsScrubbed() throws IOException {
        Run.withInput("{\"op\":\"delete\",\"negotiation_id\":\"n-1\"}\n", "batch", "--db", db)
                .lines();

        assertEquals(List.of(db + " is scrubbed"), Run.of("scrub", "--db", db).lines());

        assertFalse(isFound());
    }

    @Test
    void aReaderInTheMiddleOfItIsNamedAndTheCommandMayBeGivenAgain() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            statement.executeQuery("SELECT count(*) FROM parley_negotiations").close();

            String error = Run.of("erase", "n-1", "--yes", "--db", db).error(3);
            assertTrue(error.contains("traces of it may be left"), error);
            statement.execute("ROLLBACK");
        }
        Run.of("scrub", "--db", db).lines();
    }

    @Test
    void aDatabaseOfThisVersionNeedsNoMigration() throws IOException {
        String dryRun =
                Run.of("migrate", "--dry-run", "--json", "--db", db).lines().get(0);
        int version = JsonText.parseObject("line", dryRun).integer("to");

        assertEquals("{\"from\":" + version + ",\"to\":" + version + ",\"scripts\":[]}", dryRun);
        assertEquals(
                List.of("version  " + version, "would be " + version),
                Run.of("migrate", "--dry-run", "--db", db).lines());
        assertEquals(
                List.of("version  " + version, "is now   " + version),
                Run.of("migrate", "--db", db).lines());
    }

    @Test
    void aFileOfOthersIsNotMigrated() throws SQLException, IOException {
        Path other = directory.resolve("other.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE theirs (a)");
        }
        byte[] before = Files.readAllBytes(other);

        assertTrue(Run.of("migrate", "--db", other.toString()).error(3).contains("has no tables of Parley"));
        assertTrue(Run.of(
                        "migrate",
                        "--dry-run",
                        "--db",
                        directory.resolve("missing").toString())
                .error(3)
                .contains("does not exist"));
        assertEquals(List.of(before.length), List.of(Files.readAllBytes(other).length));
    }

    private boolean isFound() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().startsWith(db)).anyMatch(RetentionCommandsTest::hasTheWords);
        }
    }

    private static boolean hasTheWords(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(WORDS);
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
