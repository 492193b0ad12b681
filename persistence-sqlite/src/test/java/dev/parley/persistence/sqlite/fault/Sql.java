package dev.parley.persistence.sqlite.fault;

import dev.parley.persistence.sqlite.jdbc.SqliteFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A SQL shell on a file, for what no API shows. */
final class Sql {
    private Sql() {}

    static void run(Path file, String... statements) throws SQLException {
        try (Connection connection = new SqliteFile(file).connect(Duration.ofSeconds(5));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Whether another connection is in a write transaction. */
    static boolean isBeingWritten(Path file) throws SQLException {
        try (Connection connection = new SqliteFile(file).connect(Duration.ZERO);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("ROLLBACK");
            return false;
        } catch (SQLException refused) {
            if (refused instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_BUSY) {
                return true;
            }
            throw refused;
        }
    }

    /** Whether SQLite finds nothing wrong with a file. */
    static boolean isSound(Path file) {
        try {
            return rows(file, "PRAGMA integrity_check").equals(List.of("ok"));
        } catch (SQLException damaged) {
            return false;
        }
    }

    /** The first column of all rows. */
    static List<String> rows(Path file, String sql) throws SQLException {
        try (Connection connection = new SqliteFile(file).connect(Duration.ofSeconds(5));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    /** The second column of all rows, by the first one. */
    static Map<String, List<String>> grouped(Path file, String sql) throws SQLException {
        try (Connection connection = new SqliteFile(file).connect(Duration.ofSeconds(5));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            Map<String, List<String>> groups = new HashMap<>();
            while (result.next()) {
                groups.computeIfAbsent(result.getString(1), key -> new ArrayList<>())
                        .add(result.getString(2));
            }
            return groups;
        }
    }
}
