package dev.parley.persistence.postgresql.jdbc;

import java.sql.SQLException;

/** Makes a value of the row a result stands on. */
@FunctionalInterface
public interface RowReader<T> {
    /** Reads the columns, numbered from 1 in the order of the query. */
    T read(Row row) throws SQLException;
}
