package dev.parley.benchmarks.peer.limit;

import dev.parley.benchmarks.work.SampleCampaign;
import dev.parley.domain.port.Commit;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** A file with Parley's tables, and a connection to it with the store's settings. */
final class LimitFile {
    private static final List<String> SETTINGS = List.of(
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "journal_mode = WAL",
            "synchronous = FULL",
            "wal_autocheckpoint = 4000",
            "secure_delete = ON");

    private LimitFile() {}

    static Connection created(Path file) throws SQLException {
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(SampleCampaign.numbered(0).snapshot()));
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        config.enforceForeignKeys(true);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute("PRAGMA " + setting);
            }
        }
        return connection;
    }
}
