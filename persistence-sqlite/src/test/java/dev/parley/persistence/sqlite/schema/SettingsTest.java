package dev.parley.persistence.sqlite.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.port.StoreFailureException;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.jdbc.SqliteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"FULL, 2", "NORMAL, 1", "OFF, 0"})
    void theWantedDurabilityIsTheOneInForce(String name, long level) throws Exception {
        Path file = Files.createFile(directory.resolve("parley.db"));
        try (Session session = new Session(new SqliteFile(file).connect(Duration.ZERO))) {
            Settings.apply(session, name, Duration.ZERO);

            assertEquals(level, session.number("PRAGMA synchronous"));
            assertEquals(
                    "wal",
                    session.first("PRAGMA journal_mode", row -> row.getString(1))
                            .orElseThrow());
            assertEquals(1, session.number("PRAGMA foreign_keys"));
            assertEquals(0, session.number("PRAGMA trusted_schema"));
            assertEquals(1, session.number("PRAGMA cell_size_check"));
        }
    }

    @Test
    void aDatabaseThatCannotKeepALogIsRefused() throws Exception {
        try (Session inMemory = new Session(DriverManager.getConnection("jdbc:sqlite::memory:"))) {
            StoreFailureException refused =
                    assertThrows(StoreFailureException.class, () -> Settings.apply(inMemory, "FULL", Duration.ZERO));
            assertTrue(refused.getMessage().contains("journal_mode is memory instead of wal"), refused.getMessage());
        }
    }
}
