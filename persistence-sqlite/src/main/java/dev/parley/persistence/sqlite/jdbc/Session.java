package dev.parley.persistence.sqlite.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConfig;

/** One connection with its statements, each prepared once. For one thread at a time. */
public final class Session implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private long changes;

    /** Takes over a connection in autocommit mode; closing the session closes it. */
    public Session(Connection connection) {
        this.connection = connection;
    }

    /** A session on an empty database in memory, which is gone when the session is closed. */
    public static Session inMemory() throws SQLException {
        return new Session(new SQLiteConfig().createConnection("jdbc:sqlite::memory:"));
    }

    /** Lets statements of this session use a function that is written in Java. */
    public void define(String name, Function function) throws SQLException {
        Function.create(connection, name, function);
    }

    /** Runs the statements of a script in order, up to the first that fails. */
    public void script(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Of the driver's ways to run a statement only this one goes on behind the first semicolon.
            statement.executeUpdate(sql);
        }
    }

    /** Runs a statement that returns no rows. */
    public void execute(String sql) throws SQLException {
        prepared(sql).execute();
    }

    /**
     * Runs a statement that changes rows.
     *
     * @param parameters text, whole numbers, booleans or null
     * @return how many rows were changed
     */
    public int update(String sql, @Nullable Object... parameters) throws SQLException {
        int changed = bound(sql, parameters).executeUpdate();
        changes += changed;
        return changed;
    }

    /** How many rows {@link #update} has changed since the session was opened. */
    long changes() {
        return changes;
    }

    /** All rows of a query. */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        return queryUntil(sql, reader, row -> false, parameters);
    }

    /**
     * The rows of a query up to and with one that is said to be the last.
     *
     * @param last is asked once about each row, in order
     */
    public <T> List<T> queryUntil(
            String sql, RowReader<T> reader, Predicate<? super T> last, @Nullable Object... parameters)
            throws SQLException {
        try (ResultSet rows = bound(sql, parameters).executeQuery()) {
            List<T> results = new ArrayList<>();
            boolean more = true;
            while (more && rows.next()) {
                T row = reader.read(rows);
                results.add(row);
                more = !last.test(row);
            }
            return results;
        }
    }

    /** The first row of a query. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        try (ResultSet rows = bound(sql, parameters).executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }
    }

    /** The number that a query gives. */
    public long number(String sql, @Nullable Object... parameters) throws SQLException {
        return first(sql, row -> row.getLong(1), parameters).orElseThrow();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement bound(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = prepared(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }
}
