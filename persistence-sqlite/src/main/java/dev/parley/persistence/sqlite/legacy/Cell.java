package dev.parley.persistence.sqlite.legacy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What stands in one column of one row. SQLite lets any type stand in any column. */
sealed interface Cell {
    /** A context of one mebibyte fits, with each character escaped and in UTF-16. */
    int MAX_BYTES = 1 << 24;

    /** The columns of a result that one value takes: its type, its size and itself. */
    int WIDTH = 3;

    /** Text, every character of it well-formed. */
    record Text(String value) implements Cell {}

    /** A whole number. */
    record Whole(long value) implements Cell {}

    /**
     * Neither.
     *
     * @param problem why
     */
    record Unusable(String problem) implements Cell {}

    /**
     * Reads a value from the {@link #WIDTH} columns of a result that {@link LegacyTable} asks for.
     *
     * @param first the number of the first of them
     * @param encoding what the database writes text in
     */
    static Cell read(ResultSet row, int first, Charset encoding) throws SQLException {
        String type = row.getString(first);
        long bytes = row.getLong(first + 1);
        if (type.equals("integer")) {
            return new Whole(row.getLong(first + 2));
        }
        if (!type.equals("text")) {
            return new Unusable(type.equals("null") ? "is null" : "is of SQLite's type " + type);
        }
        if (bytes > MAX_BYTES) {
            return new Unusable("takes " + bytes + " bytes, at most " + MAX_BYTES + " are read");
        }
        return text(row.getBytes(first + 2), encoding);
    }

    /** The driver itself would put U+FFFD in the place of each malformed character without a word. */
    private static Cell text(byte[] bytes, Charset encoding) {
        try {
            return new Text(encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException malformed) {
            return new Unusable("is no valid " + encoding);
        }
    }
}
