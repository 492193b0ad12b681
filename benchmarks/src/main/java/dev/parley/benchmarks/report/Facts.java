package dev.parley.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The machine that was measured on. */
final class Facts {
    private static final long MEBIBYTE = 1 << 20;

    private Facts() {}

    /**
     * The facts.
     *
     * @param directory on the disk that was measured
     */
    static Table table(Path directory) throws IOException, SQLException {
        Table table = new Table("machine", "");
        Runtime runtime = Runtime.getRuntime();
        table.row("cores", Integer.toString(runtime.availableProcessors()));
        table.row("architecture", System.getProperty("os.arch"));
        table.row("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        table.row("JDK", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        table.row("heap at the most", runtime.maxMemory() / MEBIBYTE + " MiB");
        table.row("SQLite", sqliteVersion());
        table.row("file system", Files.getFileStore(directory).type());
        return table;
    }

    private static String sqliteVersion() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sqlite_version()")) {
            return row.getString(1);
        }
    }
}
