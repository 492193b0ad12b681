package dev.parley.benchmarks.peer.reference;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** The one table of the Python system that came before, and what is said to it. */
public final class WideTable {
    private static final String COLUMNS = "thread_id, state, round_count, context_json, campaign_json,"
            + " cpm_tracker_json, history_json, created_at, updated_at";

    /** Its own way to save: everything, whether it has changed or not. */
    public static final String SAVE = """
            INSERT INTO negotiation_state (thread_id, state, round_count, context_json, campaign_json, cpm_tracker_json,
                history_json, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (thread_id) DO UPDATE SET state = excluded.state,
                round_count = excluded.round_count, context_json = excluded.context_json,
                campaign_json = excluded.campaign_json, cpm_tracker_json = excluded.cpm_tracker_json,
                history_json = excluded.history_json, updated_at = excluded.updated_at""";

    public static final String INSERT = "INSERT INTO negotiation_state (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?)";

    public static final String UPDATE = """
            UPDATE negotiation_state SET state = ?, round_count = ?, context_json = ?, campaign_json = ?,
                cpm_tracker_json = ?, history_json = ?, updated_at = ? WHERE thread_id = ?""";

    public static final String FIND = "SELECT " + COLUMNS + " FROM negotiation_state WHERE thread_id = ?";

    /** Its own query for all that is in flight. */
    public static final String ACTIVE =
            "SELECT " + COLUMNS + " FROM negotiation_state WHERE state NOT IN ('agreed', 'rejected', 'stopped')";

    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS negotiation_state (thread_id TEXT PRIMARY KEY, state TEXT NOT NULL,
                round_count INTEGER NOT NULL DEFAULT 0, context_json TEXT NOT NULL, campaign_json TEXT NOT NULL,
                cpm_tracker_json TEXT NOT NULL, history_json TEXT NOT NULL DEFAULT '[]', created_at TEXT NOT NULL,
                updated_at TEXT NOT NULL)""";

    private static final String INDEX = "CREATE INDEX IF NOT EXISTS idx_neg_state_state ON negotiation_state (state)";

    private WideTable() {}

    /** How a file is opened by those who keep the table: durable, and patient for five seconds. */
    public static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(5_000);
        return config;
    }

    /** The URL of a file. */
    public static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }

    /** A connection to a file in which the table stands. */
    public static Connection open(Path file) throws SQLException {
        Connection connection = config().createConnection(url(file));
        create(connection);
        return connection;
    }

    /** Makes the table where it is missing. */
    public static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
            statement.execute(INDEX);
        }
    }
}
