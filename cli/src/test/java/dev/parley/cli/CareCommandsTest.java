package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.documents.JsonText;
import dev.parley.domain.port.Commit;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look after a database: {@code backup} and {@code doctor}. */
class CareCommandsTest {
    @TempDir
    Path directory;

    private String db;

    @BeforeEach
    void storeACampaign() {
        Path file = directory.resolve("parley.db");
        db = file.toString();
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        }
    }

    @Test
    void aBackupHasWhatTheDatabaseHas() {
        String copy = directory.resolve("copy.db").toString();

        assertEquals(
                List.of(copy + " is complete"),
                Run.of("backup", copy, "--db", db).lines());

        assertEquals(
                Run.of("campaigns", "--db", db, "--json").lines(),
                Run.of("campaigns", "--db", copy, "--json").lines());
    }

    @Test
    void aBackupDoesNotReplaceAFile() {
        String error = Run.of("backup", db, "--db", db).error(3);
        assertTrue(error.contains("exists already"), error);
    }

    @Test
    void aSoundDatabaseIsFoundSound() {
        List<String> lines = Run.of("doctor", "--db", db).lines();
        assertTrue(lines.contains("damaged       no"), lines.toString());
        assertEquals(
                "{\"campaigns\":1,\"negotiations\":0,\"messages\":0,\"journal_mode\":\"wal\",\"synchronous\":2,"
                        + "\"damaged\":false,\"findings\":[]}",
                Run.of("doctor", "--db", db, "--json").lines().get(0));
    }

    @Test
    void damageIsNamedAndEndsWithStoreTrouble() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE parley_campaigns SET budget = '1'");
        }

        Run run = Run.of("doctor", "--db", db, "--json");

        assertEquals(3, run.exitCode());
        assertEquals("", run.err());
        assertEquals(
                List.of(Map.of(
                        "severity",
                        "damage",
                        "subject",
                        "campaign spring",
                        "problem",
                        "its checksum does not match, the row was changed or damaged")),
                JsonText.parseObject("doctor", run.out()).array("findings"));
    }
}
