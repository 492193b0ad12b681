package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.Fault;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * NULL in a column that has none, as one flipped bit in the head of a row makes it: refused, typed, like any other damage.
 */
class NullTest {
    private static final Fault FAULT = Fault.named("NULL where none can be");
    private static final String TEXTS = """
            SELECT m.name || ' ' || c.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
            WHERE m.type = 'table' AND m.name <> 'parley_quarantine' AND c.type = 'TEXT' AND c."notnull" = 1""";

    /** One with a history that fills a block. */
    private static final NegotiationId LONG = new NegotiationId("long");

    private static final List<NegotiationEvent> HELD =
            Collections.nCopies(10, List.of(NegotiationEvent.PAUSE, NegotiationEvent.RESUME)).stream()
                    .flatMap(List::stream)
                    .toList();

    private static final List<NegotiationId> ALL = List.of(Deed.ID, LONG);

    @TempDir
    Path directory;

    @Test
    void isDamageLikeAnyOther() throws Exception {
        Path file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            new Writing(store, "n").steps((int) Life.LAST);
            store.commit(Commit.of(NegotiationChange.opened(Fixtures.negotiation(LONG.value())
                    .on(HELD, Fixtures.OPENED_AT, null)
                    .snapshot())));
        }
        assertEquals(0, Reading.of(file, ALL).refusals());
        int noticed = 0;
        List<String> unnoticed = new ArrayList<>();
        List<String> columns = Sql.rows(file, TEXTS);
        assertTrue(columns.size() > 30, columns.toString());
        for (String column : columns) {
            Path copy = Files.copy(file, directory.resolve(column + ".db"));
            String[] words = column.split(" ", -1);
            withoutItsRule(copy, words[0], "UPDATE " + words[0] + " SET " + words[1] + " = NULL");

            Reading reading = Reading.of(copy, ALL);

            assertFalse(reading.answers().containsKey("the file"), column + ": the store opens");
            noticed += reading.refusals() > 0 ? 1 : 0;
            try (SqliteNegotiationStore store = SqliteNegotiationStore.open(copy)) {
                if (!store.examine().isDamaged()) {
                    unnoticed.add(column);
                }
            }
        }
        assertEquals(List.of(), unnoticed, "an examination finds each");
        assertTrue(noticed > columns.size() - 3, "and who reads is told, unless the row is looked for by that column");
        FAULT.ran("in each of " + columns.size() + " columns: found, refused in " + noticed + " where read, typed");
    }

    /** Runs a statement while the schema says nothing of NOT NULL; then it says so again. */
    private static void withoutItsRule(Path file, String table, String statement) throws Exception {
        String schema = "UPDATE sqlite_schema SET sql = replace(sql, '%s', '%s') WHERE name = '" + table + "'";
        Sql.run(file, "PRAGMA writable_schema = ON", schema.formatted("TEXT NOT NULL", "TEXT         "));
        Sql.run(file, "PRAGMA foreign_keys = OFF", statement);
        Sql.run(file, "PRAGMA writable_schema = ON", schema.formatted("TEXT         ", "TEXT NOT NULL"));
    }
}
