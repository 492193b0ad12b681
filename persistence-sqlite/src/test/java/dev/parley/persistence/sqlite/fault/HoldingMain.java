package dev.parley.persistence.sqlite.fault;

import dev.parley.crash.Parent;
import dev.parley.persistence.sqlite.jdbc.SqliteFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;

/** A child that holds a file's write lock until it is told to let go, or dies: {@code FILE}. */
final class HoldingMain {
    private HoldingMain() {}

    public static void main(String[] arguments) throws Exception {
        try (Connection connection = new SqliteFile(Path.of(arguments[0])).connect(Duration.ofSeconds(5));
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("DELETE FROM parley_steps");
            Parent.say("holding");
            System.in.read();
            statement.execute("ROLLBACK");
            Parent.say("let go");
        }
    }
}
