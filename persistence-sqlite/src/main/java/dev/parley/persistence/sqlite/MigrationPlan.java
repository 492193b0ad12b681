package dev.parley.persistence.sqlite;

import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Migration;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.jdbc.SqlFailures;
import dev.parley.persistence.sqlite.jdbc.SqliteFile;
import dev.parley.persistence.sqlite.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** What opening a file would do to the tables in it, found out by looking alone. */
final class MigrationPlan {
    private MigrationPlan() {}

    static Migration of(Path path, Schema schema) {
        SqliteFile file = new SqliteFile(path);
        if (!Files.exists(file.path())) {
            throw new StoreFailureException(Outcome.NOT_WRITTEN, file + ": the file does not exist; check its name");
        }
        try (Session session = new Session(file.connectReadOnly())) {
            int version = schema.versionIn(session);
            return new Migration(version, schema.latest(), schema.scriptsAfter(version));
        } catch (SQLException failure) {
            throw SqlFailures.typed(file, Outcome.NOT_WRITTEN, Duration.ZERO, failure);
        }
    }
}
