package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Finding;
import dev.parley.persistence.sqlite.schema.Schema;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database of every version of the schema, as that version wrote it, and what is in it. Each build opens all of them.
 *
 * <p>The files of the latest version are written anew, as long as it is not released, by
 *
 * <pre>{@code mvn -pl persistence-sqlite -am test -Dparley.golden=write -Dtest=GoldenTest
 *     -Dsurefire.failIfNoSpecifiedTests=false}</pre>
 */
class GoldenTest {
    private static final String WRITE = "write";

    private static final String MEND = "\"round_count\":99";

    private static final int MAX_BYTES = 200_000;

    @TempDir
    Path directory;

    static IntStream versions() {
        return IntStream.rangeClosed(1, Schema.ofThisBuild().latest());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsAsItWasWritten(int version) throws Exception {
        Path file = copy(version);

        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            assertEquals(expected(version), GoldenPicture.of(store));
            assertEquals(
                    List.of("negotiation " + GoldenContent.DAMAGED),
                    store.examine().findings().stream()
                            .filter(finding -> finding.severity() == SqliteNegotiationStore.Severity.DAMAGE)
                            .map(Finding::subject)
                            .toList());
        }
        assertEquals(
                Schema.ofThisBuild().latest(),
                SqliteNegotiationStore.migration(file).from());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void canBeWrittenTo(int version) throws Exception {
        Path file = copy(version);

        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            List<Stored<NegotiationSnapshot>> all = store.negotiations(
                            NegotiationFilter.active(), PageRequest.first(1_000))
                    .rows();
            for (Stored<NegotiationSnapshot> active : all) {
                store.commit(Commit.of(Steps.events(active, NegotiationEvent.STOP))
                        .withMessages(
                                List.of(Fixtures.inbound(
                                        "new in", active.value().id())),
                                List.of())
                        .named(Fixtures.step("new")));
            }
            assertTrue(all.size() > 10);
        }
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            assertEquals(
                    NegotiationState.STOPPED,
                    store.find(GoldenContent.BUSY).orElseThrow().value().state());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itsQuarantineCanBeReleased(int version) throws Exception {
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(copy(version))) {
            QuarantinedRow kept =
                    store.quarantined(PageRequest.first(10)).rows().get(0);
            String mended = kept.raw().replace(MEND, "\"round_count\":0").replace("{\"$bytes\":\"7b22ff\"}", "\"{}\"");

            store.release(kept.number(), mended);

            assertTrue(store.find(GoldenContent.DAMAGED).isPresent());
            assertEquals(
                    0,
                    store.examine().findings().stream()
                            .filter(finding -> finding.severity() == SqliteNegotiationStore.Severity.DAMAGE)
                            .count());
        }
    }

    @Test
    void somethingOfEverythingIsInIt() throws Exception {
        Path file = copy(Schema.ofThisBuild().latest());
        try (Sql shell = Sql.on(file)) {
            for (String table : Schema.ofThisBuild().tables()) {
                assertTrue(shell.rows("SELECT * FROM " + table).size() > 0, table);
                for (String column : shell.rows("SELECT name FROM pragma_table_info('" + table + "')")) {
                    assertTrue(
                            shell.rows("SELECT " + column + " FROM " + table + " WHERE " + column + " IS NOT NULL")
                                            .size()
                                    > 0,
                            table + "." + column);
                }
            }
        }
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            for (NegotiationState state : NegotiationState.values()) {
                assertTrue(store.find(new NegotiationId("in " + state)).isPresent(), state.code());
            }
        }
    }

    @BeforeAll
    static void writeIfAskedTo(@TempDir Path workshop) throws Exception {
        if (!WRITE.equals(System.getProperty("parley.golden"))) {
            return;
        }
        Path file = workshop.resolve("golden.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file);
                Sql shell = Sql.on(file)) {
            GoldenContent.fill(store, shell);
        }
        try (Sql shell = Sql.on(file)) {
            shell.run("VACUUM");
        }
        byte[] database = Files.readAllBytes(file);
        assertTrue(database.length < MAX_BYTES, database.length + " bytes would be kept for ever");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            String picture = String.join("\n", GoldenPicture.of(store)) + "\n";
            for (Path place : List.of(Path.of("src", "test", "resources"), Path.of("target", "test-classes"))) {
                Path golden = Files.createDirectories(place.resolve("golden"));
                Files.write(golden.resolve(name(Schema.ofThisBuild().latest(), ".db")), database);
                Files.writeString(golden.resolve(name(Schema.ofThisBuild().latest(), "-expected.txt")), picture);
            }
        }
    }

    private Path copy(int version) throws Exception {
        return Files.write(directory.resolve(name(version, ".db")), resource(name(version, ".db")));
    }

    private static List<String> expected(int version) throws Exception {
        return new String(resource(name(version, "-expected.txt")), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static String name(int version, String what) {
        return "v" + version + what;
    }

    private static byte[] resource(String name) throws Exception {
        try (InputStream resource = GoldenTest.class.getResourceAsStream("/golden/" + name)) {
            assertNotNull(resource, name + " is missing; the comment of this class says how it is made");
            return resource.readAllBytes();
        }
    }
}
