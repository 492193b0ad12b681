package dev.parley.benchmarks.peer.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parley.benchmarks.contender.Contender;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A PostgreSQL server of its own, stopped when closed, whose commits are durable: the embedding turns fsync off unless
 * told otherwise, so that is asked of the running server.
 */
public final class PostgresServer implements AutoCloseable {
    private static final int MAX_CONNECTIONS = 400;
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Makes a new cluster and starts it; takes a few seconds.
     *
     * @param directory where its data directory is made
     */
    public static PostgresServer start(Path directory) throws IOException, SQLException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("postgres"))
                .setServerConfig("max_connections", Integer.toString(MAX_CONNECTIONS));
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        PostgresServer server = new PostgresServer(builder.start());
        server.requireDurable();
        return server;
    }

    private void requireDurable() throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : DURABLE) {
                try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
                    row.next();
                    if (!row.getString(1).equals("on")) {
                        close();
                        throw new IllegalStateException(
                                setting + " is " + row.getString(1) + "; a measurement of durable steps needs it on");
                    }
                }
            }
        }
    }

    /**
     * A pool of connections to its one database; the caller closes it.
     *
     * @param connections how many; each thread that measures should find one
     */
    public HikariDataSource pool(int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(60_000);
        return new HikariDataSource(config);
    }

    /** A contender that stops this server when it is closed. */
    public Contender lentTo(Contender contender) {
        return new Contender() {
            @Override
            public Hand open(String id, String context) throws Exception {
                return contender.open(id, context);
            }

            @Override
            public void close() throws IOException, SQLException {
                try {
                    contender.close();
                } finally {
                    PostgresServer.this.close();
                }
            }
        };
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
