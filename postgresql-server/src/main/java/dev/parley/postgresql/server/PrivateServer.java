package dev.parley.postgresql.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A server of one test's own, to be configured, killed and started again on the same data and port. It ends when it is
 * closed, or else with the JVM, however that dies. For one thread at a time.
 */
public final class PrivateServer implements AutoCloseable {
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on");

    private final ServerHome home;
    private final Map<String, String> settings;
    private final int port;
    private final String url;
    private EmbeddedPostgres server;

    private PrivateServer(ServerHome home, Map<String, String> settings, EmbeddedPostgres server) {
        this.home = home;
        this.settings = new HashMap<>(settings);
        this.server = server;
        this.port = server.getPort();
        this.url = EmbeddedServer.url(server);
    }

    /** Starts one whose commits are durable; takes a few seconds. */
    public static PrivateServer start() throws Exception {
        return start(DURABLE);
    }

    /**
     * Starts one; takes a few seconds.
     *
     * @param settings of the server's, by name
     */
    public static PrivateServer start(Map<String, String> settings) throws Exception {
        ServerHome home =
                new ServerHome(BuildProcess.target().resolve(UUID.randomUUID().toString()));
        return home.locked(() ->
                new PrivateServer(home, settings, EmbeddedServer.start(home, ProcessHandle.current(), 0, settings)));
    }

    /** The JDBC URL of its one database, with the superuser in it; the same after a restart. */
    public String url() {
        return url;
    }

    /** A new connection. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** Kills the postmaster, so that every connection breaks, and waits until it is gone. */
    public void kill() throws IOException {
        home.crash();
        server.close();
    }

    /** Starts it again after {@link #kill}, on the same data and port; it recovers first. */
    public void restart() throws Exception {
        server = home.locked(() -> EmbeddedServer.restart(home, port, settings));
    }

    /**
     * Starts it again with one setting changed.
     *
     * @param name of the server's
     */
    public void restart(String name, String value) throws Exception {
        settings.put(name, value);
        restart();
    }

    @Override
    public void close() throws IOException {
        home.stop();
        server.close();
        home.delete();
    }
}
