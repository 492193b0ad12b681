package dev.parley.persistence.sqlite;

import dev.parley.persistence.rows.Utf8;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads columns of rows that may be damaged. */
final class Columns {
    private Columns() {}

    /**
     * The text of a column that the schema lets have no NULL. One flipped bit in the head of a row makes one all the same;
     * it is read as empty here, and then the row's checksum does not match.
     */
    static String text(ResultSet row, int column) throws SQLException {
        @Nullable String text = row.getString(column);
        return text == null ? "" : text;
    }

    /**
     * A text as {@link #text}, not decoded. It begins with a character of ASCII, as numbers and JSON do: the driver gives
     * bytes in half the time, and does not say in which encoding.
     */
    static Utf8 utf8(ResultSet row, int column) throws SQLException {
        byte @Nullable [] bytes = row.getBytes(column);
        return bytes == null || isUtf16(bytes) ? Utf8.of(text(row, column)) : new Utf8(bytes);
    }

    /** As in the file of an app that has chosen it: behind or before the first there is half a character. */
    private static boolean isUtf16(byte[] text) {
        return text.length > 1 && (text[0] == 0 || text[1] == 0);
    }
}
