package dev.parley.persistence.sqlite;

import dev.parley.persistence.sqlite.jdbc.Session;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one of our tables cell by cell, whatever stands in them, as plain data for JSON: numbers and well-formed
 * text as themselves, everything else by its bytes.
 *
 * @param name a table of the schema, never one that data names
 * @param encoding what the database keeps text in
 */
record RawTable(String name, List<Column> columns, Charset encoding) {
    /** The member that stands for bytes that are no text. */
    static final String BYTES = "$bytes";

    /**
     * A column.
     *
     * @param isText text, or else a whole number
     * @param isRequired whether null is refused
     */
    record Column(String name, boolean isText, boolean isRequired) {
        /** What may stand here until something does that means something. */
        @Nullable
        Object blank() {
            if (!isRequired) {
                return null;
            }
            return isText ? "" : (Object) 0L;
        }
    }

    static RawTable of(Session session, String name) throws SQLException {
        List<Column> columns = session.query(
                "SELECT name, type = 'TEXT', \"notnull\" FROM pragma_table_info(?)",
                row -> new Column(row.getString(1), row.getBoolean(2), row.getBoolean(3)),
                name);
        String encoding =
                session.first("PRAGMA encoding", row -> row.getString(1)).orElseThrow();
        return new RawTable(name, columns, Charset.forName(encoding));
    }

    /** The names of the columns, in their order. */
    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * The rows for which a condition holds, in the order they were stored.
     *
     * @param condition SQL with a parameter for a position
     */
    List<Map<String, @Nullable Object>> rows(Session session, String condition, long position) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (Column column : columns) {
            cells.add("typeof(" + column.name() + "), CAST(" + column.name() + " AS BLOB)");
        }
        return session.query(
                "SELECT " + String.join(", ", cells) + " FROM " + name + " WHERE " + condition + " ORDER BY rowid",
                this::read,
                position);
    }

    private Map<String, @Nullable Object> read(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String type = row.getString(2 * i + 1);
            byte[] bytes = row.getBytes(2 * i + 2);
            cells.put(columns.get(i).name(), type.equals("null") ? null : cell(type, bytes));
        }
        return cells;
    }

    /** An empty cell comes as null from the driver. */
    private Object cell(String type, byte @Nullable [] found) {
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
