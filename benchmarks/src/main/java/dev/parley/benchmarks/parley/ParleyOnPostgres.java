package dev.parley.benchmarks.parley;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.benchmarks.contender.Contender;
import dev.parley.benchmarks.peer.postgres.PostgresServer;
import dev.parley.persistence.postgresql.PostgresNegotiationStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The same orchestrator, its store on PostgreSQL: a pool with a connection for each of 64 threads, as its peers have. */
public final class ParleyOnPostgres implements Contender {
    private static final int CONNECTIONS = 64;

    private final HikariDataSource pool;
    private final Contender parley;

    private ParleyOnPostgres(HikariDataSource pool) {
        this.pool = pool;
        this.parley = ParleyContender.on(PostgresNegotiationStore.open(pool));
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
    public static Contender open(PostgresServer server, int connections) {
        return new ParleyOnPostgres(server.pool(connections));
    }

    @Override
    public Hand open(String id, String context) throws Exception {
        return parley.open(id, context);
    }

    @Override
    public void close() throws IOException, SQLException {
        try (pool) {
            parley.close();
        }
    }
}
