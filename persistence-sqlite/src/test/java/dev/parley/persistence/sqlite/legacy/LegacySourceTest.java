package dev.parley.persistence.sqlite.legacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.port.StoreFailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files can be read, and that none of them is touched. */
class LegacySourceTest {
    @TempDir
    private Path directory;

    @Test
    void theSourceIsNotTouched() throws Exception {
        Path source = directory.resolve("legacy.db");
        Files.copy(LegacyConformanceTest.file(), source);
        FileTime modified = FileTime.fromMillis(1_700_000_000_000L);
        Files.setLastModifiedTime(source, modified);
        byte[] before = Files.readAllBytes(source);

        LegacyDatabase.read(source);

        assertArrayEquals(before, Files.readAllBytes(source));
        assertEquals(modified, Files.getLastModifiedTime(source));
        assertEquals(List.of("legacy.db"), names(directory));
    }

    @Test
    void aReadOnlySourceCanBeRead() throws Exception {
        Path source = directory.resolve("legacy.db");
        Files.copy(LegacyConformanceTest.file(), source);
        assertTrue(source.toFile().setReadOnly());

        assertEquals(240, LegacyDatabase.read(source).negotiations().size());
    }

    @Test
    void aWriteAheadLogIsReadWithIt() throws Exception {
        Path moved = Files.createDirectory(directory.resolve("moved"));
        try (LegacyFile source = LegacyFile.create(directory.resolve("legacy.db"))) {
            source.execute("PRAGMA journal_mode = WAL").execute("PRAGMA wal_autocheckpoint = 0");
            source.with(LegacyFile.row("t-1"));
            // As a crash leaves them: nobody took the log over into the file.
            for (String name : List.of("legacy.db", "legacy.db-wal")) {
                Files.copy(directory.resolve(name), moved.resolve(name));
            }
        }
        byte[] log = Files.readAllBytes(moved.resolve("legacy.db-wal"));

        LegacyDatabase legacy = LegacyDatabase.read(moved.resolve("legacy.db"));

        assertEquals(1, legacy.negotiations().size());
        assertArrayEquals(log, Files.readAllBytes(moved.resolve("legacy.db-wal")));
        assertEquals(List.of("legacy.db", "legacy.db-wal"), names(moved));
    }

    @Test
    void anInterruptedTransactionIsRolledBackInTheCopy() throws Exception {
        Path moved = Files.createDirectory(directory.resolve("moved"));
        try (LegacyFile source = LegacyFile.create(directory.resolve("legacy.db"))) {
            source.with(LegacyFile.row("t-1")).execute("PRAGMA cache_size = 1").execute("BEGIN");
            source.execute("UPDATE negotiation_state SET state = 'stopped'");
            for (int i = 2; i < 200; i++) {
                source.with(LegacyFile.row("t-" + i));
            }
            for (String name : List.of("legacy.db", "legacy.db-journal")) {
                Files.copy(directory.resolve(name), moved.resolve(name));
            }
            source.execute("ROLLBACK");
        }

        LegacyDatabase legacy = LegacyDatabase.read(moved.resolve("legacy.db"));

        assertEquals(1, legacy.negotiations().size());
        assertEquals(List.of(), legacy.findings());
        assertEquals(List.of("legacy.db", "legacy.db-journal"), names(moved));
    }

    @Test
    void aLinkIsFollowedToTheFilesBesideTheDatabase() throws Exception {
        try (LegacyFile source = LegacyFile.create(directory.resolve("legacy.db"))) {
            source.execute("PRAGMA journal_mode = WAL").with(LegacyFile.row("t-1"));
            Path links = Files.createDirectory(directory.resolve("links"));
            Path link = Files.createSymbolicLink(links.resolve("link.db"), source.path());

            assertEquals(1, LegacyDatabase.read(link).negotiations().size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a?mode=memory", "with space.db", "100%41.db", "file:x#y&cache=shared", "\u00fcml\u00e4ut.db"})
    void anyNameCanBeRead(String name) throws Exception {
        Path source = directory.resolve(name);
        Files.copy(LegacyConformanceTest.file(), source);

        assertEquals(240, LegacyDatabase.read(source).negotiations().size());
    }

    @Test
    void tablesAndColumnsOfOthersAreIgnored() throws Exception {
        try (LegacyFile source = LegacyFile.create(directory.resolve("legacy.db"))) {
            source.execute("CREATE TABLE audit_log (id INTEGER PRIMARY KEY, entry TEXT)")
                    .execute("INSERT INTO audit_log (entry) VALUES ('anything')")
                    .execute("ALTER TABLE negotiation_state ADD COLUMN note BLOB DEFAULT x'ff'")
                    .with(LegacyFile.row("t-1"));

            assertEquals(1, source.read().negotiations().size());
            assertEquals(List.of(), source.read().findings());
        }
    }

    @Test
    void textInUtf16IsRead() throws Exception {
        try (LegacyFile source = LegacyFile.createUtf16(directory.resolve("utf16.db"))) {
            source.with(LegacyFile.row("t-\u00fc\ud83c\udfa5"));

            assertEquals(
                    "t-\u00fc\ud83c\udfa5",
                    source.read().negotiations().get(0).id().value());
        }
    }

    @Test
    void anEmptyTableHoldsNothing() throws Exception {
        try (LegacyFile source = LegacyFile.create(directory.resolve("legacy.db"))) {
            LegacyDatabase legacy = source.read();

            assertEquals(List.of(), legacy.campaigns());
            assertEquals(List.of(), legacy.negotiations());
            assertEquals(List.of(), legacy.findings());
        }
    }

    @Test
    void aMissingFileIsRefused() {
        assertRefused(directory.resolve("missing.db"), "does not exist");
        assertFalse(Files.exists(directory.resolve("missing.db")));
    }

    @Test
    void aDirectoryIsRefused() {
        assertRefused(directory, "is no file");
    }

    @Test
    void aTextFileIsRefused() throws Exception {
        assertRefused(textFile("notes.txt"), "no SQLite database");
    }

    @Test
    void aFileOfNoBytesIsRefused() throws Exception {
        assertRefused(Files.createFile(directory.resolve("empty")), "has no table negotiation_state");
    }

    @Test
    void aDatabaseWithoutTheTableIsRefused() throws Exception {
        try (LegacyFile source = LegacyFile.createEmpty(directory.resolve("other.db"))) {
            source.execute("CREATE VIEW negotiation_state AS SELECT 1 AS thread_id");

            assertRefused(source.path(), "has no table negotiation_state");
        }
    }

    @Test
    void aTruncatedDatabaseIsRefused() throws Exception {
        Path source = directory.resolve("legacy.db");
        byte[] whole = Files.readAllBytes(LegacyConformanceTest.file());
        Files.write(source, Arrays.copyOf(whole, whole.length / 2));

        assertRefused(source, "damaged");
    }

    @Test
    void aTableThatLacksAColumnIsRefused() throws Exception {
        try (LegacyFile source = LegacyFile.create(directory.resolve("legacy.db"))) {
            source.execute("ALTER TABLE negotiation_state DROP COLUMN history_json");

            assertRefused(source.path(), "without the column history_json");
        }
    }

    private static void assertRefused(Path source, String reason) {
        StoreFailureException refused = assertThrows(StoreFailureException.class, () -> LegacyDatabase.read(source));
        assertEquals(StoreFailureException.Outcome.NOT_WRITTEN, refused.outcome());
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    private Path textFile(String name) throws IOException {
        return Files.writeString(
                directory.resolve(name), "no database, but long enough to be taken for one\n".repeat(50));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
