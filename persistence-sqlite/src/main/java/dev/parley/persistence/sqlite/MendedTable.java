package dev.parley.persistence.sqlite;

import dev.parley.documents.JsonObject;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.sqlite.RawTable.Column;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.jdbc.SqlFailures;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table in a document that a human has mended.
 *
 * @param table the table; its columns are those of the schema, and the document has no say in them
 * @param path where the rows stand in the document, for errors
 * @param rows text, whole numbers and nulls by column
 */
record MendedTable(RawTable table, String path, List<Map<String, @Nullable Object>> rows) {
    /** What the store itself makes of a row's content; what a document says there is passed over. */
    private static final Set<String> DERIVED = Set.of(
            "active", "agreement_missing", "expires_at", "history_length", "open", "checksum", "context_checksum");

    /**
     * Reads them.
     *
     * @throws InvalidValueException if they are not exactly of the table's columns and their types
     */
    static MendedTable of(JsonObject document, RawTable table) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (JsonObject row : document.objects(table.name())) {
            row.requireOnly(table.columnNames());
            Map<String, @Nullable Object> cells = new LinkedHashMap<>();
            for (Column column : table.columns()) {
                boolean derived = DERIVED.contains(column.name());
                cells.put(column.name(), derived ? column.blank() : cell(row, column));
            }
            rows.add(Collections.unmodifiableMap(cells));
        }
        return new MendedTable(table, document.path() + "." + table.name(), List.copyOf(rows));
    }

    /** Checks that there is one row alone, and that it is the one that is to be mended. */
    void requireOne(String key, long position) {
        if (rows.size() != 1) {
            throw new InvalidValueException(path, "must be one row, that of the entry in quarantine");
        }
        requireAll(key, position);
    }

    /** Checks that all rows belong to the one that is to be mended. */
    void requireAll(String column, @Nullable Object value) {
        for (int i = 0; i < rows.size(); i++) {
            if (!Objects.equals(rows.get(i).get(column), value)) {
                throw new InvalidValueException(
                        path + "[" + i + "]." + column, "is that of another row than the one in quarantine");
            }
        }
    }

    /**
     * Puts the one row in the place of the row with the same key.
     *
     * @return whether there is such a row
     */
    boolean put(Session session, String key) throws SQLException {
        List<String> names = table.columnNames();
        List<@Nullable Object> parameters = new ArrayList<>(rows.get(0).values());
        parameters.add(rows.get(0).get(key));
        return run(
                        session,
                        "UPDATE " + table.name() + " SET " + String.join(" = ?, ", names) + " = ? WHERE " + key
                                + " = ?",
                        parameters)
                > 0;
    }

    /** Adds the rows. */
    void insert(Session session) throws SQLException {
        List<String> names = table.columnNames();
        String sql = "INSERT INTO " + table.name() + " (" + String.join(", ", names) + ") VALUES ("
                + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
        for (Map<String, @Nullable Object> row : rows) {
            run(session, sql, row.values());
        }
    }

    private int run(Session session, String sql, Iterable<@Nullable Object> cells) throws SQLException {
        List<@Nullable Object> parameters = new ArrayList<>();
        cells.forEach(parameters::add);
        try {
            return session.update(sql, parameters.toArray());
        } catch (SQLException failure) {
            if (SqlFailures.isRule(failure)) {
                throw new InvalidValueException(
                        path, "breaks a rule of the table, or has what belongs to another row already");
            }
            throw failure;
        }
    }

    private static @Nullable Object cell(JsonObject row, Column column) {
        @Nullable Object value = row.optional(column.name());
        if (value == null) {
            if (column.isRequired() || !row.values().containsKey(column.name())) {
                throw new InvalidValueException(row.path() + "." + column.name(), "is required");
            }
            return null;
        }
        if (column.isText() && value instanceof String text) {
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                throw new InvalidValueException(row.path() + "." + column.name(), "has a lone surrogate");
            }
            return text;
        }
        if (!column.isText() && value instanceof BigInteger whole && whole.bitLength() < Long.SIZE) {
            return whole.longValue();
        }
        throw new InvalidValueException(
                row.path() + "." + column.name(),
                "must be " + (column.isText() ? "a string" : "a whole number") + "; bytes must be mended");
    }
}
