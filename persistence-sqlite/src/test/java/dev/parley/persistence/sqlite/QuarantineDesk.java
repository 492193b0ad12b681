package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.persistence.rows.quarantine.QuarantinedKind;
import dev.parley.persistence.rows.quarantine.RawRows;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Durability;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.jdbc.SqliteFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A store with a {@link Stock}, and an operator who looks at its file with SQL. */
final class QuarantineDesk implements AutoCloseable {
    private static final List<String> TABLES = List.of(
            "parley_campaigns",
            "parley_agreements",
            "parley_negotiations",
            "parley_history_blocks",
            "parley_inbound_messages",
            "parley_outbound_messages",
            "parley_deliveries",
            "parley_steps");

    private final SqliteNegotiationStore store;
    private final Sql shell;
    private final Session session;

    QuarantineDesk(Path file) throws SQLException {
        store = SqliteNegotiationStore.open(file, Options.defaults().durability(Durability.OFF));
        Stock.fill(store);
        shell = Sql.on(file);
        session = new Session(new SqliteFile(file).connect(Duration.ofSeconds(5)));
    }

    SqliteNegotiationStore store() {
        return store;
    }

    /** Changes rows behind the store's back. */
    void run(String damage) throws SQLException {
        assertTrue(shell.run(damage) > 0, "the damage must hit a row");
    }

    /** Every cell but those of the quarantine. */
    List<String> picture() throws SQLException {
        List<String> picture = new ArrayList<>();
        for (String table : TABLES) {
            picture.addAll(shell.rows("SELECT '" + table + "', * FROM " + table + " ORDER BY rowid"));
        }
        return picture;
    }

    /** The row at a position as quarantine keeps it, whatever it is like. */
    String raw(QuarantinedKind kind, long position) throws SQLException {
        return new RawRows<>(new RawCells(session), kind).read(position);
    }

    /** What is named as unreadable. */
    UnreadableRow damage(QuarantinedKind kind, long position) throws SQLException {
        UnreadableRow row = SqliteQuarantine.of(session).damage(kind, position).orElseThrow();
        assertEquals(kind.code(), row.kind());
        assertEquals(position, row.position());
        return row;
    }

    List<QuarantinedRow> all() {
        return store.quarantined(PageRequest.first(100)).rows();
    }

    QuarantinedRow only() {
        List<QuarantinedRow> all = all();
        assertEquals(1, all.size(), all.toString());
        return all.get(0);
    }

    @Override
    public void close() throws SQLException {
        session.close();
        shell.close();
        store.close();
    }
}
