package dev.parley.persistence.sqlite.jdbc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.sqlite.BusyHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * Connects to a database file. Only a {@link Path} leads here, never a URL from outside, since a URL may load
 * extensions or turn durability off.
 */
public final class SqliteFile {
    private final Path path;

    /** The file at a path. */
    public SqliteFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** The absolute path. */
    public Path path() {
        return path;
    }

    /**
     * A connection for reading and writing; the file must exist.
     *
     * @param busyTimeout how long it waits for another writer
     */
    public Connection connect(Duration busyTimeout) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        // Otherwise the driver runs a query after each INSERT.
        config.setGetGeneratedKeys(false);
        config.enforceForeignKeys(true);
        Connection connection = hardened(config.createConnection(url()));
        // Takes the place of SQLite's own waiting, as any later busy_timeout would take its place.
        BusyHandler.setHandler(connection, new Patience(busyTimeout));
        return connection;
    }

    /** A connection for looking: it changes nothing in the file, nor what lies beside it. */
    public Connection connectReadOnly() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        // Where nobody has the file open SQLite would make files beside it even to read, and leave them behind.
        return hardened(config.createConnection(isAtRest() ? url() + "?immutable=1" : url()));
    }

    /** Whether all that is committed stands in the file itself. */
    private boolean isAtRest() {
        return Stream.of("-wal", "-journal")
                .map(suffix -> path.resolveSibling(path.getFileName() + suffix))
                .noneMatch(Files::exists);
    }

    private static Connection hardened(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA cell_size_check = ON");
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /** As a URI, so that a question mark in the file's name is part of the name and no parameter. */
    private String url() {
        return "jdbc:sqlite:" + path.toUri().toASCIIString();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
