package dev.parley.postgresql.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A fresh, empty schema of one test's own on the server that the tests share; dropped when closed. Thread-safe. */
public final class TestSchema implements AutoCloseable {
    private final String server;
    private final String name;

    private TestSchema(String server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Makes one; the first of a build starts the server, which takes a few seconds. */
    public static TestSchema create() throws SQLException {
        return create(SharedServer.url());
    }

    /** Makes one on a server of the test's own. */
    public static TestSchema create(PrivateServer server) throws SQLException {
        return create(server.url());
    }

    private static TestSchema create(String server) throws SQLException {
        TestSchema schema =
                new TestSchema(server, "test_" + UUID.randomUUID().toString().replace("-", ""));
        schema.execute("CREATE SCHEMA " + schema.name());
        return schema;
    }

    /** The JDBC URL of the server that the tests share, for a pool that serves many schemas. */
    public static String server() {
        return SharedServer.url();
    }

    /** The schema's name, which needs no quotes. */
    public String name() {
        return name;
    }

    /** A JDBC URL whose connections find this schema first. */
    public String url() {
        return server + (server.contains("?") ? "&" : "?") + "currentSchema=" + name;
    }

    /** Makes a new connection each time it is asked for one. */
    public DataSource dataSource() {
        return dataSource(url());
    }

    /** Makes a new connection to a server each time it is asked for one. */
    public static DataSource dataSource(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        return dataSource;
    }

    /** A new connection. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    /** Runs one statement on a connection of its own. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("DROP SCHEMA " + name + " CASCADE");
    }
}
