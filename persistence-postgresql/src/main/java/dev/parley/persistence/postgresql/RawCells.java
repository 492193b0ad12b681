package dev.parley.persistence.postgresql;

import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.postgresql.jdbc.Row;
import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.postgresql.jdbc.SqlFailures;
import dev.parley.persistence.rows.quarantine.Dependants;
import dev.parley.persistence.rows.quarantine.MendedTable;
import dev.parley.persistence.rows.quarantine.QuarantinedKind;
import dev.parley.persistence.rows.quarantine.RawColumn;
import dev.parley.persistence.rows.quarantine.RawTables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Our tables cell by cell, as the server has them. A table's name is the schema's, never one that data names. */
record RawCells(Session session) implements RawTables<SQLException> {
    private static final String COLUMNS = """
            SELECT attname, (atttypid = 'text'::regtype)::int, attnotnull::int
            FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum""";

    @Override
    public List<RawColumn> columns(String table) throws SQLException {
        return session.query(COLUMNS, row -> new RawColumn(row.text(1), row.flag(2), row.flag(3)), table);
    }

    @Override
    public List<Map<String, @Nullable Object>> rows(QuarantinedKind kind, long position) throws SQLException {
        return rows(kind.table(), kind.key() + " = ?", position);
    }

    @Override
    public List<Map<String, @Nullable Object>> rows(QuarantinedKind kind, Dependants dependants, long position)
            throws SQLException {
        return rows(dependants.table(), ofMain(kind, dependants), position);
    }

    @Override
    public boolean put(MendedTable row, String key) throws SQLException {
        Map<String, @Nullable Object> cells = row.rows().get(0);
        List<@Nullable Object> parameters = new ArrayList<>(cells.values());
        parameters.add(cells.get(key));
        String sql = "UPDATE " + row.table() + " SET " + String.join(" = ?, ", cells.keySet()) + " = ? WHERE " + key
                + " = ?";
        return run(row, sql, parameters) > 0;
    }

    @Override
    public void insert(MendedTable rows) throws SQLException {
        for (Map<String, @Nullable Object> cells : rows.rows()) {
            String sql = "INSERT INTO " + rows.table() + " (" + String.join(", ", cells.keySet()) + ") VALUES ("
                    + String.join(", ", Collections.nCopies(cells.size(), "?")) + ")";
            run(rows, sql, new ArrayList<>(cells.values()));
        }
    }

    @Override
    public void delete(QuarantinedKind kind, Dependants dependants, long position) throws SQLException {
        session.update("DELETE FROM " + dependants.table() + " WHERE " + ofMain(kind, dependants), position);
    }

    private int run(MendedTable rows, String sql, List<@Nullable Object> cells) throws SQLException {
        try {
            return session.update(sql, cells.toArray());
        } catch (SQLException failure) {
            if (SqlFailures.isRule(failure)) {
                throw new InvalidValueException(
                        rows.path(), "breaks a rule of the table, or has what belongs to another row already");
            }
            throw failure;
        }
    }

    private static String ofMain(QuarantinedKind kind, Dependants tie) {
        return tie.column() + " = (SELECT " + tie.ofMain() + " FROM " + kind.table() + " WHERE " + kind.key() + " = ?)";
    }

    /** The rows for which a condition with a parameter for a position holds, in the order they were stored. */
    private List<Map<String, @Nullable Object>> rows(String table, String condition, long position)
            throws SQLException {
        List<RawColumn> columns = columns(table);
        String names = columns.stream().map(RawColumn::name).collect(Collectors.joining(", "));
        return session.query(
                "SELECT " + names + " FROM " + table + " WHERE " + condition + " ORDER BY 1",
                row -> read(row, columns),
                position);
    }

    private static Map<String, @Nullable Object> read(Row row, List<RawColumn> columns) throws SQLException {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            RawColumn column = columns.get(i);
            cells.put(column.name(), column.isText() ? row.textOrNull(i + 1) : row.numberOrNull(i + 1));
        }
        return cells;
    }
}
