package dev.parley.persistence.sqlite.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** The places inside one commit: before and after each row that its statements write. */
final class StatementPoints {
    /** What the last step of a life writes, and into which tables. */
    private static final List<String> WRITES = List.of(
            "UPDATE ON parley_negotiations",
            "INSERT ON parley_transitions",
            "INSERT ON parley_agreements",
            "INSERT ON parley_inbound_messages",
            "INSERT ON parley_outbound_messages",
            "INSERT ON parley_steps");

    private StatementPoints() {}

    static Stream<String> all() {
        return WRITES.stream().flatMap(write -> Stream.of("BEFORE " + write, "AFTER " + write));
    }

    /** Makes a file, like another one, do something when a commit comes to a point. */
    static Path sabotaged(Path original, Path copy, String point, String what) throws Exception {
        Files.copy(original, copy);
        Sql.run(copy, "CREATE TRIGGER sabotage " + point + " BEGIN " + what + "; END");
        return copy;
    }

    static void repair(Path file) throws SQLException {
        Sql.run(file, "DROP TRIGGER sabotage");
    }
}
