package dev.parley.persistence.sqlite;

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
}
