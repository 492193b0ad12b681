package dev.parley.persistence.sqlite.legacy;

import dev.parley.persistence.sqlite.jdbc.SqliteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A database as the Python system makes it, filled by a test. */
final class LegacyFile implements AutoCloseable {
    private static final String CREATE = """
            CREATE TABLE negotiation_state (
                thread_id TEXT PRIMARY KEY,
                state TEXT NOT NULL,
                round_count INTEGER NOT NULL DEFAULT 0,
                context_json TEXT NOT NULL,
                campaign_json TEXT NOT NULL,
                cpm_tracker_json TEXT NOT NULL,
                history_json TEXT NOT NULL DEFAULT '[]',
                created_at TEXT NOT NULL,
                updated_at TEXT NOT NULL
            )""";

    private static final String INSERT = Arrays.stream(LegacyColumn.values())
            .map(column -> "?")
            .collect(Collectors.joining(", ", "INSERT INTO negotiation_state (" + columns() + ") VALUES (", ")"));

    private final Path path;
    private final Connection connection;

    private LegacyFile(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /** A file with the table in it and no rows. */
    static LegacyFile create(Path path) throws Exception {
        return createEmpty(path).execute(CREATE);
    }

    /** A file whose columns take anything, NULL too, and any number of times. */
    static LegacyFile createLax(Path path) throws Exception {
        return createEmpty(path).execute(CREATE.replaceAll(" NOT NULL| PRIMARY KEY|(?<=round_count) INTEGER", ""));
    }

    /** A file that holds its text in UTF-16. */
    static LegacyFile createUtf16(Path path) throws Exception {
        return createEmpty(path).execute("PRAGMA encoding = 'UTF-16le'").execute(CREATE);
    }

    /** A database without a table. */
    static LegacyFile createEmpty(Path path) throws Exception {
        Files.createFile(path);
        return new LegacyFile(path, new SqliteFile(path).connect(Duration.ofSeconds(5)));
    }

    LegacyFile execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return this;
    }

    LegacyFile with(Map<LegacyColumn, ?> row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int parameter = 1;
            for (LegacyColumn column : LegacyColumn.values()) {
                insert.setObject(parameter++, row.get(column));
            }
            insert.executeUpdate();
        }
        return this;
    }

    /** A row like {@link #row}, with one value changed. */
    LegacyFile with(String thread, LegacyColumn column, @Nullable Object value) throws SQLException {
        Map<LegacyColumn, @Nullable Object> row = row(thread);
        row.put(column, value);
        return with(row);
    }

    LegacyDatabase read() {
        return LegacyDatabase.read(path);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** A negotiation of campaign {@code spring} that waits for a reply. */
    static Map<LegacyColumn, @Nullable Object> row(String thread) {
        Map<LegacyColumn, @Nullable Object> row = new LinkedHashMap<>();
        row.put(LegacyColumn.THREAD_ID, thread);
        row.put(LegacyColumn.STATE, "awaiting_reply");
        row.put(LegacyColumn.ROUND_COUNT, 0);
        row.put(LegacyColumn.CONTEXT, "{\"next_cpm\": \"25.50\"}");
        row.put(LegacyColumn.CAMPAIGN, campaign("spring"));
        row.put(LegacyColumn.TRACKER, tracker("spring"));
        row.put(LegacyColumn.HISTORY, "[[\"initial_offer\", \"send_offer\", \"awaiting_reply\"]]");
        row.put(LegacyColumn.CREATED_AT, "2026-01-15T12:00:00Z");
        row.put(LegacyColumn.UPDATED_AT, "2026-01-16T12:00:00Z");
        return row;
    }

    static String campaign(String id) {
        return """
            {"campaign_id":"%s","client_name":"Acme","budget":"5000.00","target_deliverables":"1 reel","influencers":[\
            {"name":"Ada","platform":"instagram","engagement_rate":4.2}],"cpm_range":{"min_cpm":"20","max_cpm":"30"},\
            "platform":"instagram","timeline":"May","created_at":"2026-01-01T00:00:00Z","goals":null}""".formatted(id);
    }

    static String tracker(String id, String... cpms) {
        String agreements = Arrays.stream(cpms)
                .map(cpm -> "{\"cpm\": \"" + cpm + "\", \"engagement_rate\": 6.5}")
                .collect(Collectors.joining(", "));
        return """
            {"campaign_id": "%s", "target_min_cpm": "20", "target_max_cpm": "30", "total_influencers": 10, \
            "agreements": [%s]}""".formatted(id, agreements);
    }

    private static String columns() {
        return Arrays.stream(LegacyColumn.values()).map(LegacyColumn::code).collect(Collectors.joining(", "));
    }
}
