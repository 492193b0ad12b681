package dev.parley.persistence.sqlite.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.NegotiationStateMachine;
import dev.parley.domain.negotiation.Transition;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.jdbc.SqliteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories of version 2, blocks of 16 with times as text, on their way into blocks of 12 with times as numbers. */
class DenserHistoryMigrationTest {
    private static final NegotiationId ID = new NegotiationId("n-1");

    private static final String OPENED_AT = "2026-01-15T12:00:00Z";

    private static final int OLD_BLOCK = 16;

    /** Every form that a time was written in, from the first that is allowed to the last. */
    private static final List<String> TIMES = List.of(
            "2026-01-15T12:00:00Z",
            "2026-01-15T12:00:00.120Z",
            "2026-01-15T12:00:00.000001Z",
            "1969-12-31T23:59:59.999999Z",
            "1970-01-01T00:00:00Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999Z");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void makeAFileOfVersionTwo() throws Exception {
        file = Files.createFile(directory.resolve("parley.db"));
        on(session -> {
            session.script(Schema.ofThisBuild().scriptsAfter(Schema.ABSENT).get(0));
            session.script(Schema.ofThisBuild().scriptsAfter(Schema.ABSENT).get(1));
            session.update("INSERT INTO parley_schema (version) VALUES (2)");
            session.update("""
                    INSERT INTO parley_campaigns VALUES (1, 'spring', 'Acme', '5000', 'reels', '[]', '20', '30',
                        'instagram', 'May', '2025-03-01T00:00:00Z', '{}', '20', '30', 10, 0)""");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 11, 12, 13, 15, 16, 17, 24, 25, 32, 48, 100})
    void everyEntryKeepsItsTimeAndItsCause(int length) throws Exception {
        List<HistoryEntry> history = history(length);
        insert(history);

        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            assertEquals(history, store.find(ID).orElseThrow().value().history());
        }
        on(session -> assertEquals(
                history.stream().map(DenserHistoryMigrationTest::shown).toList(),
                session.query("SELECT sequence || at || cause FROM parley_history", row -> row.getString(1))));
    }

    /** As the view shows it to a human: all times in one form. */
    private static @Nullable String shown(HistoryEntry entry) {
        if (entry.at() == null || entry.cause() == null) {
            return null;
        }
        String at = entry.at().toString();
        String micros = (at.contains(".") ? at.substring(20, at.length() - 1) : "") + "000000";
        return entry.sequence() + at.substring(0, 19) + "." + micros.substring(0, 6) + "Z" + entry.cause();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE parley_history_blocks SET entries = replace(entries, 'why 3', 'why 4') WHERE block = 0",
                "UPDATE parley_history_blocks SET checksum = -1 WHERE block = 1",
                "DELETE FROM parley_history_blocks WHERE block = 0",
                "UPDATE parley_history_blocks SET block = 5 WHERE block = 1",
                "UPDATE parley_negotiations SET latest_history = json_remove(latest_history, '$[1]')",
                "UPDATE parley_negotiations SET latest_history = '[]'",
                "UPDATE parley_negotiations SET history_length = 39",
                "UPDATE parley_negotiations SET round_count = 99",
            })
    void whatWasDamagedIsStillNoticed(String damage) throws Exception {
        insert(history(40));
        on(session -> assertEquals(1, session.update(damage)));

        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            assertThrows(UnreadableException.class, () -> store.find(ID));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[\"pause\",\"paused\",\"2026-01-1%T12:00:00Z\",\"why 33\"]] | parley_negotiations | latest_history",
                "[[\"pause\",\"paused\",                              | parley_negotiations | latest_history",
                "[{\"pause\":\"paused\"}]                             | parley_negotiations | latest_history",
                "[\"pause\"]                                          | parley_history_blocks | entries",
                "[[\"pause\"                                          | parley_history_blocks | entries",
            })
    void whatCannotBeConvertedStaysAsItStands(String damaged, String table, String column) throws Exception {
        insert(history(40));
        on(session -> session.update("UPDATE " + table + " SET " + column + " = ?", damaged));

        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            assertThrows(UnreadableException.class, () -> store.find(ID));
        }
        on(session -> assertEquals(
                damaged,
                session.query("SELECT " + column + " FROM " + table, row -> row.getString(1))
                        .get(0)));
    }

    @Test
    void onlyTheDamagedIsHeldBack() throws Exception {
        insert(history(40));
        on(session -> session.update("UPDATE parley_history_blocks SET entries = '['"));
        on(session -> insert(session, 2, "n-2", history(30)));

        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            assertEquals(
                    history(30),
                    store.find(new NegotiationId("n-2")).orElseThrow().value().history());
        }
    }

    private void insert(List<HistoryEntry> history) throws SQLException {
        on(session -> insert(session, 1, ID.value(), history));
    }

    private static void insert(Session session, int position, String id, List<HistoryEntry> history)
            throws SQLException {
        NegotiationState state = history.isEmpty()
                ? NegotiationState.INITIAL_OFFER
                : history.get(history.size() - 1).transition().to();
        int full = history.size() - history.size() % OLD_BLOCK;
        session.update(
                """
                INSERT INTO parley_negotiations
                SELECT position, id, 'spring', NULL, state, TRUE, FALSE, 0, NULL, NULL, 1, length, at, at, latest,
                    parley_checksum(id, 'spring', NULL, state, 1, 0, 0, NULL, NULL, 1, length, at, at, latest),
                    '{}', parley_checksum(id, '{}')
                FROM (SELECT ? AS position, ? AS id, ? AS state, ? AS length, ? AS at, ? AS latest)""",
                position,
                id,
                state.code(),
                history.size(),
                OPENED_AT,
                oldText(history.subList(full, history.size())));
        for (int block = 0; block < full / OLD_BLOCK; block++) {
            session.update(
                    """
                    INSERT INTO parley_history_blocks (negotiation, block, entries, checksum)
                    SELECT ?1, ?3, ?4, parley_checksum(?2, ?3, ?4)""", position, id, block, oldText(history.subList(block * OLD_BLOCK, (block + 1) * OLD_BLOCK)));
        }
    }

    private static String oldText(List<HistoryEntry> history) {
        List<String> entries = new ArrayList<>();
        for (HistoryEntry entry : history) {
            String at = entry.at() == null ? (entry.cause() == null ? "" : ",null") : ",\"" + entry.at() + "\"";
            String cause = entry.cause() == null ? "" : ",\"" + entry.cause().replace("\n", "\\n") + "\"";
            entries.add("[\"" + entry.transition().event().code() + "\",\""
                    + entry.transition().to().code() + "\"" + at + cause + "]");
        }
        return "[" + String.join(",", entries) + "]";
    }

    /** Some entries have no time, some no cause, as imported ones may. */
    private static List<HistoryEntry> history(int length) {
        NegotiationStateMachine machine = NegotiationStateMachine.start();
        for (int i = 0; i < length; i++) {
            machine = machine.trigger(i % 2 == 0 ? NegotiationEvent.PAUSE : NegotiationEvent.RESUME);
        }
        List<HistoryEntry> history = new ArrayList<>();
        for (Transition transition : machine.history()) {
            int i = history.size();
            Instant at = i % 5 == 4 ? null : Instant.parse(TIMES.get(i % TIMES.size()));
            history.add(new HistoryEntry(i + 1, transition, at, i % 7 == 5 ? null : "why " + i + "\n"));
        }
        return history;
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
