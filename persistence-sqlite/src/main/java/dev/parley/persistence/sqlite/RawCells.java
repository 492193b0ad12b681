package dev.parley.persistence.sqlite;

import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.rows.quarantine.Dependants;
import dev.parley.persistence.rows.quarantine.MendedTable;
import dev.parley.persistence.rows.quarantine.QuarantinedKind;
import dev.parley.persistence.rows.quarantine.RawColumn;
import dev.parley.persistence.rows.quarantine.RawTables;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.jdbc.SqlFailures;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our tables cell by cell, as the file has them. A table's name is the schema's, never one that data names. */
record RawCells(Session session) implements RawTables<SQLException> {
    @Override
    public List<RawColumn> columns(String table) throws SQLException {
        return session.query(
                "SELECT name, type = 'TEXT', \"notnull\" FROM pragma_table_info(?)",
                row -> new RawColumn(row.getString(1), row.getBoolean(2), row.getBoolean(3)),
                table);
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
        List<String> names = columns(table).stream().map(RawColumn::name).toList();
        List<String> cells = new ArrayList<>();
        for (String name : names) {
            cells.add("typeof(" + name + "), CAST(" + name + " AS BLOB)");
        }
        Charset encoding = Charset.forName(
                session.first("PRAGMA encoding", row -> row.getString(1)).orElseThrow());
        return session.query(
                "SELECT " + String.join(", ", cells) + " FROM " + table + " WHERE " + condition + " ORDER BY rowid",
                row -> read(row, names, encoding),
                position);
    }

    private static Map<String, @Nullable Object> read(ResultSet row, List<String> names, Charset encoding)
            throws SQLException {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String type = row.getString(2 * i + 1);
            byte[] bytes = row.getBytes(2 * i + 2);
            cells.put(names.get(i), type.equals("null") ? null : cell(type, bytes, encoding));
        }
        return cells;
    }

    /** An empty cell comes as null from the driver. */
    private static Object cell(String type, byte @Nullable [] found, Charset encoding) {
        byte[] bytes = found == null ? new byte[0] : found;
        try {
            // The driver itself would put U+FFFD in the place of each malformed character without a word.
            String text = encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return switch (type) {
                case "integer" -> Long.parseLong(text);
                case "text" -> text;
                default -> bytes(bytes);
            };
        } catch (CharacterCodingException malformed) {
            return bytes(bytes);
        }
    }

    private static Map<String, String> bytes(byte[] bytes) {
        return Map.of(BYTES, HexFormat.of().formatHex(bytes));
    }
}
