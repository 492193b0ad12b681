package dev.parley.postgresql.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.util.Map;

/** A server from the binaries among the tests' dependencies, and its watchdog. */
final class EmbeddedServer {
    private static final String MAX_CONNECTIONS = "200";

    private EmbeddedServer() {}

    /**
     * Starts a server, which takes a few seconds; its data directory is made if it is not there.
     *
     * @param owner the process that it ends with
     * @param port where it listens; 0 for any that is free
     * @param settings of the server's, by name
     */
    static EmbeddedPostgres start(ServerHome home, ProcessHandle owner, int port, Map<String, String> settings)
            throws IOException {
        Files.createDirectories(home.path());
        Watchdog.set(owner, home);
        return restart(home, port, settings);
    }

    /** Starts a server again that was started before and has ended. */
    static EmbeddedPostgres restart(ServerHome home, int port, Map<String, String> settings) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        home.path().resolveSibling("binaries").toFile())
                .setDataDirectory(home.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD)
                .setServerConfig("max_connections", MAX_CONNECTIONS);
        settings.forEach(builder::setServerConfig);
        return builder.start();
    }

    /** Where a server is reached. */
    static String url(EmbeddedPostgres server) {
        return server.getJdbcUrl("postgres", "postgres");
    }
}
