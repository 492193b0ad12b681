package dev.parley.persistence.sqlite.legacy;

import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The one table that the Python system keeps negotiations in. It may stand among tables of others. */
final class LegacyTable {
    private static final String NAME = "negotiation_state";

    /** Each value behind its type and size, so that neither a wrong nor an oversized one is ever converted. */
    private static final String SELECT = Arrays.stream(LegacyColumn.values())
            .map(column -> String.format(Locale.ROOT, ", typeof(%1$s), octet_length(%1$s), %1$s", column.code()))
            .collect(Collectors.joining("", "SELECT rowid", " FROM " + NAME + " ORDER BY rowid"));

    private final Connection connection;

    private LegacyTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * The table in a database.
     *
     * @throws StoreFailureException if it is not there, or lacks a column
     */
    static LegacyTable of(Connection connection) throws SQLException {
        LegacyTable table = new LegacyTable(connection);
        if (table.names("SELECT name FROM sqlite_schema WHERE type = 'table' AND lower(name) = '" + NAME + "'")
                .isEmpty()) {
            throw refused("has no table " + NAME);
        }
        List<String> columns = table.names("SELECT lower(name) FROM pragma_table_xinfo('" + NAME + "')");
        for (LegacyColumn column : LegacyColumn.values()) {
            if (!columns.contains(column.code())) {
                throw refused("has a table " + NAME + " without the column " + column.code());
            }
        }
        return table;
    }

    /** Reads row after row in the order of their rowids, one in memory at a time. */
    void forEach(Consumer<LegacyRow> reader) throws SQLException {
        Charset encoding = Charset.forName(names("PRAGMA encoding").get(0));
        try (PreparedStatement statement = connection.prepareStatement(SELECT);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.accept(LegacyRow.read(rows, encoding));
            }
        }
    }

    private List<String> names(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static StoreFailureException refused(String problem) {
        return new StoreFailureException(
                Outcome.NOT_WRITTEN, "the legacy database " + problem + "; name the Python system's database file");
    }
}
