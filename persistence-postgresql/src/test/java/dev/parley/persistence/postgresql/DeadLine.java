package dev.parley.persistence.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.postgresql.jdbc.PgConnection;

/** A line that dies when COMMIT is to be sent: nothing arrives any more, and the server does not notice. */
final class DeadLine implements AutoCloseable {
    private final DataSource real;
    private final AtomicBoolean cutting = new AtomicBoolean();
    private final AtomicReference<Connection> cut = new AtomicReference<>();

    DeadLine(DataSource real) {
        this.real = real;
    }

    /** Cuts the line of the next connection that commits. */
    void cutInCommit() {
        cutting.set(true);
    }

    DataSource dataSource() {
        return ProxiedDataSource.of(real, (connection, method, arguments) -> {
            if (method.getName().equals("commit") && cutting.compareAndSet(true, false)) {
                cut.set(connection);
            }
            if (connection != cut.get()) {
                return method.invoke(connection, arguments);
            }
            if (method.getName().equals("close")) {
                return null;
            }
            throw new SQLException("the line is dead", "08006");
        });
    }

    /** Whether the server still has the transaction of the connection that was cut off. */
    boolean isHeldByTheServer() throws SQLException {
        int backend = cut.get().unwrap(PgConnection.class).getBackendPID();
        try (Sql shell = Sql.on(real.getConnection())) {
            return !shell.value("SELECT count(*) FROM pg_stat_activity WHERE pid = " + backend)
                    .equals("0");
        }
    }

    @Override
    public void close() throws SQLException {
        cut.get().close();
    }
}
