package dev.parley.persistence.postgresql.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One transaction on a connection on loan, and its statements. For one thread at a time. */
public final class Session {
    /** How many rows the driver may hold at a time; each may be some MiB. */
    private static final int FETCHED_AT_ONCE = 32;

    private final Connection connection;

    Session(Connection connection) {
        this.connection = connection;
    }

    /** Runs the statements of a script in order. */
    public void script(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Runs a statement that changes rows.
     *
     * @param parameters text, whole numbers, booleans or null
     * @return how many rows were changed
     */
    public int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = bound(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** All rows of a query. */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        return queryUntil(sql, reader, row -> false, parameters);
    }

    /**
     * The rows of a query up to and with one that is said to be the last. The others are not held in memory.
     *
     * @param last is asked once about each row, in order
     */
    public <T> List<T> queryUntil(
            String sql, RowReader<T> reader, Predicate<? super T> last, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = bound(sql, parameters)) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet result = statement.executeQuery()) {
                Row current = new Row(result);
                List<T> rows = new ArrayList<>();
                boolean more = true;
                while (more && result.next()) {
                    T row = reader.read(current);
                    rows.add(row);
                    more = !last.test(row);
                }
                return rows;
            }
        }
    }

    /** The first row of a query that gives few. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = bound(sql, parameters);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? Optional.of(reader.read(new Row(result))) : Optional.empty();
        }
    }

    /** The number that a query gives. */
    public long number(String sql, @Nullable Object... parameters) throws SQLException {
        return first(sql, row -> row.number(1), parameters).orElseThrow();
    }

    private PreparedStatement bound(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                bind(statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object parameter) throws SQLException {
        if (parameter instanceof String text) {
            statement.setString(index, StoredText.encoded(text));
        } else if (parameter instanceof Boolean flag) {
            statement.setInt(index, flag ? 1 : 0);
        } else if (parameter instanceof Integer number) {
            statement.setInt(index, number);
        } else {
            statement.setObject(index, parameter);
        }
    }
}
