package dev.parley.cli.server;

import dev.parley.postgresql.server.PrivateServer;
import dev.parley.postgresql.server.TestSchema;
import java.sql.SQLException;

/** One durable server for all tests of this JVM: what the command line opens must keep what it acknowledges. */
public final class CliServer {
    private static final PrivateServer SERVER = start();

    private CliServer() {}

    /** A fresh, empty schema, to be closed. */
    public static TestSchema schema() throws SQLException {
        return TestSchema.create(SERVER);
    }

    /** The JDBC URL of the server, without a schema. */
    public static String url() {
        return SERVER.url();
    }

    private static PrivateServer start() {
        try {
            return PrivateServer.start();
        } catch (Exception failure) {
            throw new IllegalStateException("no PostgreSQL could be started", failure);
        }
    }
}
