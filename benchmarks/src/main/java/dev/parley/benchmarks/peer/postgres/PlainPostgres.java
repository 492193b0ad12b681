package dev.parley.benchmarks.peer.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.benchmarks.contender.Contender;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * PostgreSQL by hand: a pool, and one transaction a step that updates a small row and appends one to the history. What
 * a server costs and gives, without a library on top; legality is checked by Parley's own machine.
 *
 * <p>Kind to it: a connection for each of 64 threads, statements prepared on the server after a few runs, and room left in
 * the pages so that an update need not touch an index.
 */
public final class PlainPostgres implements Contender {
    private static final int CONNECTIONS = 64;

    private final HikariDataSource pool;

    private PlainPostgres(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Opens it on a server of its own, which takes a few seconds. */
    public static Contender open(Path directory) throws IOException, SQLException {
        PostgresServer server = PostgresServer.start(directory);
        return server.lentTo(open(server, CONNECTIONS));
    }

    /**
     * Makes its tables on a running server, which it leaves running.
     *
     * @param connections the size of its pool
     */
    public static Contender open(PostgresServer server, int connections) throws SQLException {
        HikariDataSource pool = server.pool(connections);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE negotiation (
                        id text PRIMARY KEY, state text NOT NULL, revision integer NOT NULL, context text NOT NULL,
                        updated_at bigint NOT NULL) WITH (fillfactor = 50)""");
            statement.execute("""
                    CREATE TABLE history (
                        id text NOT NULL, revision integer NOT NULL, from_state text NOT NULL, event text NOT NULL,
                        to_state text NOT NULL, at bigint NOT NULL, PRIMARY KEY (id, revision))""");
        }
        return new PlainPostgres(pool);
    }

    @Override
    public Hand open(String id, String context) throws SQLException {
        return PostgresHand.open(pool, id, context);
    }

    @Override
    public void close() {
        pool.close();
    }
}
