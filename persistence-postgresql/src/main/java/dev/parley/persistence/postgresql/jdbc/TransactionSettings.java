package dev.parley.persistence.postgresql.jdbc;

import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What each transaction is begun with. All of it is local to the transaction, so that nothing of it is left on the
 * connection, and all of it goes to the server at once.
 *
 * @param schema where the tables stand; null for wherever the connection looks first
 * @param lockTimeout how long to wait for a lock that another holds
 * @param durable whether a commit must be on the server's disk before it returns
 */
public record TransactionSettings(@Nullable String schema, Duration lockTimeout, boolean durable) {
    private static final String LOCAL = """
            ;
            SET LOCAL lock_timeout = %d;
            """;

    /**
     * One moment for all its statements. It waits for nobody and is never refused for what others do.
     */
    private static final String READ = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /** Each statement sees what is committed by then, so that a loser of a race can be told who has won. */
    private static final String WRITE = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE";

    private static final String ASSERTED = """
            SELECT pg_current_xact_id_if_assigned() IS NULL, pg_current_xact_id()::text,
                set_config('synchronous_commit', CASE
                    WHEN %s AND current_setting('synchronous_commit') = 'off' THEN 'on'
                    ELSE current_setting('synchronous_commit') END, true),
                current_setting('fsync'), current_setting('full_page_writes')""";

    /** Begins a transaction that only reads. */
    void beginReading(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(READ + local());
        }
    }

    /**
     * Begins a transaction that writes.
     *
     * @return the name that the server has given it
     * @throws StoreFailureException if it would not be durable
     */
    String beginWriting(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(WRITE + local() + ASSERTED.formatted(durable));
            while (statement.getUpdateCount() != -1) {
                statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw SqlFailures.inTheMiddle();
                }
                requireDurable("synchronous_commit", row.getString(3));
                requireDurable("fsync", row.getString(4));
                requireDurable("full_page_writes", row.getString(5));
                return row.getString(2);
            }
        }
    }

    private void requireDurable(String setting, String value) {
        if (durable && value.equals("off")) {
            throw new StoreFailureException(
                    Outcome.NOT_WRITTEN,
                    "the server's " + setting
                            + " is off, so what is acknowledged could be lost; turn it on, or choose another durability");
        }
    }

    private String local() {
        String path = schema == null ? "" : "SET LOCAL search_path = " + quoted(schema) + ", pg_temp;\n";
        return LOCAL.formatted(lockTimeout.toMillis()) + path;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
