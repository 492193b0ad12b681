package dev.parley.persistence.postgresql.jdbc;

import dev.parley.persistence.rows.Utf8;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The row a result stands on. Columns are numbered from 1. */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /** The text of a column, or null. */
    public @Nullable String textOrNull(int column) throws SQLException {
        @Nullable String stored = result.getString(column);
        return stored == null ? null : StoredText.decoded(stored);
    }

    /** The text of a column that the schema lets have no NULL. */
    public String text(int column) throws SQLException {
        @Nullable String text = textOrNull(column);
        return text == null ? "" : text;
    }

    /** The whole number of a column; NULL is 0. */
    public long number(int column) throws SQLException {
        return result.getLong(column);
    }

    /** The whole number of a column that the schema keeps within 32 bits; NULL is 0. */
    public int integer(int column) throws SQLException {
        return result.getInt(column);
    }

    /** The whole number of a column, or null. */
    public @Nullable Long numberOrNull(int column) throws SQLException {
        long number = result.getLong(column);
        return result.wasNull() ? null : number;
    }

    /** Whether the whole number of a column is not 0. */
    public boolean flag(int column) throws SQLException {
        return result.getLong(column) != 0;
    }

    /** A document of a column, not decoded. */
    public Utf8 document(int column) throws SQLException {
        return Utf8.of(text(column));
    }
}
