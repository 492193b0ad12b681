package dev.parley.persistence.sqlite.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;

/**
 * A place inside what is made durable at once: before or after a row that its statements write.
 *
 * @param deed what is made durable
 * @param where the trigger that is run there
 */
record StatementPoint(Deed deed, String where) {
    static Stream<StatementPoint> all() {
        return Stream.of(Deed.values())
                .flatMap(deed -> deed.writes().stream()
                        .flatMap(write -> Stream.of("BEFORE " + write, "AFTER " + write))
                        .map(where -> new StatementPoint(deed, where)));
    }

    /** Makes a file, like another one, do something when it comes to this point. */
    Path sabotaged(Path original, Path copy, String what) throws Exception {
        Files.copy(original, copy);
        Sql.run(copy, "CREATE TRIGGER sabotage " + where + " BEGIN " + what + "; END");
        return copy;
    }

    static void repair(Path file) throws SQLException {
        Sql.run(file, "DROP TRIGGER sabotage");
    }
}
