package dev.parley.persistence.postgresql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.jdbc.PgConnection;

/** Lends one connection again and again, as a pool of one does, and looks at it each time it comes back. */
final class LentConnections implements AutoCloseable {
    private static final String STATE = """
            SELECT name || '=' || setting FROM pg_settings
            WHERE name NOT IN ('transaction_isolation', 'transaction_read_only', 'transaction_deferrable')
            UNION ALL
            SELECT 'lock=' || locktype FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory'
            UNION ALL
            SELECT 'temporary=' || relname FROM pg_class WHERE relnamespace = pg_my_temp_schema()
            ORDER BY 1""";

    private final Connection connection;
    private final List<String> changes = new ArrayList<>();
    private final AtomicInteger lent = new AtomicInteger();
    private boolean isOut;

    /** Takes over a connection that is set up as the app wants it. */
    LentConnections(Connection connection) {
        this.connection = connection;
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return lend();
                });
    }

    private Connection lend() throws SQLException {
        if (isOut) {
            throw new SQLException("there is one connection, and it is out");
        }
        List<String> before = state();
        isOut = true;
        lent.incrementAndGet();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        takeBack(before);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private void takeBack(List<String> before) throws SQLException {
        isOut = false;
        String transaction =
                connection.unwrap(PgConnection.class).getTransactionState().name();
        if (!transaction.equals("IDLE")) {
            changes.add("a transaction was left " + transaction);
            Sql.on(connection).run("ROLLBACK");
        }
        List<String> after = state();
        if (!after.equals(before)) {
            List<String> changed = new ArrayList<>(after);
            changed.removeAll(before);
            changes.add("changed to " + changed);
        }
    }

    private List<String> state() throws SQLException {
        List<String> state = new ArrayList<>();
        state.add("autocommit=" + connection.getAutoCommit());
        state.add("isolation=" + connection.getTransactionIsolation());
        state.add("read-only=" + connection.isReadOnly());
        state.add("schema=" + connection.getSchema());
        state.add("catalog=" + connection.getCatalog());
        state.add("holdability=" + connection.getHoldability());
        state.add("timeout=" + connection.getNetworkTimeout());
        state.addAll(Sql.on(connection).rows(STATE));
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        return state;
    }

    /** What was left changed on connections that came back; the connection must have been lent at all. */
    List<String> changes() {
        if (lent.get() == 0) {
            throw new AssertionError("nothing was borrowed");
        }
        return List.copyOf(changes);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
