package dev.parley.persistence.sqlite.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.jdbc.SqliteFile;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories of version 1, a row an entry, on their way into blocks. */
class PackingMigrationTest {
    private static final NegotiationId ID = new NegotiationId("n-1");

    /** JSON has more than one form for it. */
    private static final String CAUSE = "why \"not\"?\u001f";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void makeAFileOfVersionOne() throws Exception {
        file = Files.createFile(directory.resolve("parley.db"));
        on(session -> {
            session.script(Schema.ofThisBuild().scriptsAfter(Schema.ABSENT).get(0));
            session.update("INSERT INTO parley_schema (version) VALUES (1)");
            session.update("""
                    INSERT INTO parley_campaigns VALUES (1, 'spring', 'Acme', '5000', 'reels', '[]', '20', '30',
                        'instagram', 'May', '2025-03-01T00:00:00Z', '{}', '20', '30', 10, 0)""");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 12, 13, 15, 16, 17, 24, 32, 33, 47, 1_000})
    void everyEntryKeepsItsPlace(int length) throws Exception {
        insert(length);

        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            Stored<NegotiationSnapshot> found = store.find(ID).orElseThrow();
            assertEquals(expected(length), found.value());
            store.commit(Commit.of(Steps.events(found, next(length))));
            assertEquals(
                    length + 1, store.find(ID).orElseThrow().value().history().size());
        }
        on(session -> {
            assertEquals((length + 1) / 12, session.number("SELECT count(*) FROM parley_history_blocks"));
            assertEquals(length + 1, session.number("SELECT max(sequence) FROM parley_history"));
        });
    }

    @Test
    void whatStandsThereIsContinuedAsItStands() throws Exception {
        insert(3);

        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Steps.events(store.find(ID).orElseThrow(), next(3))));

            assertEquals(
                    expected(3).history(),
                    store.find(ID).orElseThrow().value().history().subList(0, 3));
        }
        on(session -> assertEquals(
                1, session.number("SELECT count(*) FROM parley_negotiations WHERE latest_history LIKE '%?\\u001f%'")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE parley_transitions SET cause = 'x' WHERE sequence = 3",
                "UPDATE parley_transitions SET cause = 'x' WHERE sequence = 39",
                "UPDATE parley_transitions SET from_state = 'stale' WHERE sequence = 20",
                "DELETE FROM parley_transitions WHERE sequence = 40",
                "DELETE FROM parley_transitions WHERE sequence = 7",
                "DELETE FROM parley_transitions WHERE sequence BETWEEN 17 AND 32",
                "DELETE FROM parley_transitions",
                "UPDATE parley_negotiations SET round_count = 1",
                "UPDATE parley_negotiations SET context = '{\"a\":1}'",
                "UPDATE parley_negotiations SET history_length = 16",
            })
    void whatWasDamagedIsStillNoticed(String damage) throws Exception {
        insert(40);
        on(session -> session.update(damage));

        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            assertThrows(UnreadableException.class, () -> store.find(ID));
        }
    }

    @Test
    void manyAreBroughtOverEachWithItsOwn() throws Exception {
        on(session -> {
            for (int i = 1; i <= 500; i++) {
                insert(session, i, "n-" + i, i % 50);
            }
        });

        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            for (int i = 1; i <= 500; i++) {
                assertEquals(
                        i % 50,
                        store.find(new NegotiationId("n-" + i))
                                .orElseThrow()
                                .value()
                                .history()
                                .size());
            }
        }
    }

    private void insert(int length) throws SQLException {
        on(session -> insert(session, 1, ID.value(), length));
    }

    private static void insert(Session session, int position, String id, int length) throws SQLException {
        NegotiationSnapshot snapshot = expected(length);
        session.update(
                """
                INSERT INTO parley_negotiations
                SELECT position, id, 'spring', NULL, state, TRUE, FALSE, 0, NULL, NULL, 1, length, context, at, at,
                    parley_checksum(id, 'spring', NULL, state, 1, 0, 0, NULL, NULL, 1, length, context, at, at)
                FROM (SELECT ? AS position, ? AS id, ? AS state, ? AS length, ? AS context, ? AS at)""",
                position,
                id,
                snapshot.state().code(),
                length,
                "{\"next_cpm\":{\"$decimal\":\"25.50\"}}",
                snapshot.createdAt().toString());
        for (var entry : snapshot.history()) {
            session.update(
                    """
                    INSERT INTO parley_transitions (negotiation, sequence, from_state, event, to_state, at, cause,
                        checksum)
                    SELECT ?1, ?3, ?4, ?5, ?6, ?7, ?8, parley_checksum(?2, ?3, ?4, ?5, ?6, ?7, ?8)""",
                    position,
                    id,
                    entry.sequence(),
                    entry.transition().from().code(),
                    entry.transition().event().code(),
                    entry.transition().to().code(),
                    Fixtures.OPENED_AT.toString(),
                    entry.cause());
        }
    }

    private static NegotiationSnapshot expected(int length) {
        NegotiationSnapshot opened = Fixtures.negotiation(ID.value()).snapshot();
        List<NegotiationEvent> events =
                IntStream.range(0, length).mapToObj(PackingMigrationTest::next).toList();
        return Negotiation.restore(opened).on(events, Fixtures.OPENED_AT, CAUSE).snapshot();
    }

    private static NegotiationEvent next(int length) {
        return length % 2 == 0 ? NegotiationEvent.PAUSE : NegotiationEvent.RESUME;
    }

    private interface Deed {
        void on(Session session) throws SQLException;
    }

    private void on(Deed deed) throws SQLException {
        try (Session session = new Session(new SqliteFile(file).connect(Duration.ofSeconds(5)))) {
            ChecksumFunction.defineIn(session);
            session.execute("PRAGMA foreign_keys = OFF");
            session.execute("BEGIN");
            deed.on(session);
            session.execute("COMMIT");
        }
    }
}
