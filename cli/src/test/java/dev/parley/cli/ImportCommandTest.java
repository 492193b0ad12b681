package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String CAMPAIGN = """
            {"campaign_id":"c-1","client_name":"Acme","budget":"1000.50","target_deliverables":"2 reels",\
            "influencers":[{"name":"Zoë","platform":"tiktok","engagement_rate":4.2}],\
            "cpm_range":{"min_cpm":"20","max_cpm":"30"},"platform":"tiktok","timeline":"TBD",\
            "created_at":"2026-01-15T12:00:00Z"}""";

    private static final String TRACKER = """
            {"campaign_id":"c-1","target_min_cpm":"20","target_max_cpm":"30","total_influencers":9,\
            "agreements":[{"cpm":"25.50","engagement_rate":null}]}""";

    @TempDir
    Path directory;

    private String legacy;
    private String db;

    @BeforeEach
    void leaveBehind() throws SQLException {
        legacy = directory.resolve("legacy.db").toString();
        db = directory.resolve("parley.db").toString();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + legacy);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE negotiation_state (thread_id TEXT PRIMARY KEY, state TEXT NOT NULL,"
                    + " round_count INTEGER NOT NULL, context_json TEXT NOT NULL, campaign_json TEXT NOT NULL,"
                    + " cpm_tracker_json TEXT NOT NULL, history_json TEXT NOT NULL, created_at TEXT NOT NULL,"
                    + " updated_at TEXT NOT NULL)");
            insert(connection, "t-1", "paused", "[[\"initial_offer\",\"pause\",\"paused\"]]");
        }
    }

    @Test
    void whatIsImportedIsShownAndTheSecondRunChangesNothing() {
        JsonObject first = json(Run.of("import", legacy, "--db", db, "--json"));
        JsonObject second = json(Run.of("import", legacy, "--db", db, "--json"));
        JsonObject shown = json(Run.of("show", "t-1", "--db", db, "--json"));
        JsonObject campaign = json(Run.of("campaigns", "--db", db, "--json"));

        assertEquals(
                "{\"campaigns\":1,\"negotiations\":1,\"already_there\":0,\"findings\":[]}",
                JsonText.write(first.values()));
        assertEquals(
                "{\"campaigns\":0,\"negotiations\":0,\"already_there\":1,\"findings\":[]}",
                JsonText.write(second.values()));
        assertEquals("t-1", shown.text("thread_id"));
        assertEquals("initial_offer", shown.text("pre_pause_state"));
        assertEquals(
                "{\"cpm\":\"25.50\",\"engagement_rate\":null,\"negotiation_id\":null}",
                JsonText.write(campaign.objects("agreements").get(0).values()));
        assertEquals("awaiting_reply", json(advance()).text("state"));
    }

    @Test
    void aRowThatContradictsItselfIsReportedAndTheRestImported() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + legacy)) {
            insert(connection, "t-2", "agreed", "[]");
        }

        Run run = Run.of("import", legacy, "--db", db);

        assertEquals(1, run.exitCode());
        assertEquals("", run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals("negotiations   1", lines.get(1));
        assertEquals("to look at     1", lines.get(3));
        assertTrue(lines.get(4).contains("t-2"), lines.get(4));
    }

    private Run advance() {
        Run.of("resume", "t-1", "--db", db).lines();
        return Run.of("advance", "t-1", "send_offer", "--db", db, "--json");
    }

    private static JsonObject json(Run run) {
        return JsonText.parseObject("line", run.lines().get(0));
    }

    private static void insert(Connection connection, String thread, String state, String history) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO negotiation_state VALUES (?, ?, 0, '{}', ?, ?, ?, ?, ?)")) {
            insert.setString(1, thread);
            insert.setString(2, state);
            insert.setString(3, CAMPAIGN);
            insert.setString(4, TRACKER);
            insert.setString(5, history);
            insert.setString(6, "2026-01-16T12:00:00Z");
            insert.setString(7, "2026-01-17T12:00:00Z");
            insert.executeUpdate();
        }
    }
}
