package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row that cannot be read: found, looked at, mended, and back in its place. */
class QuarantineCommandsTest {
    private static final String BATCH = """
            {"op":"campaign","campaign":{"campaign_id":"c-1","client_name":"Acme","budget":"1","target_deliverables":"x",\
            "influencers":[],"cpm_range":{"min_cpm":"1","max_cpm":"2"},"platform":"x","timeline":"x",\
            "created_at":"2026-01-15T12:00:00Z","total_influencers":0}}
            {"op":"open","negotiation_id":"n-1","campaign_id":"c-1","context":{"note":"whole"}}
            {"op":"open","negotiation_id":"n-2","campaign_id":"c-1","context":{}}
            """;

    @TempDir
    Path directory;

    private String db;

    @BeforeEach
    void damageARow() throws SQLException {
        db = directory.resolve("parley.db").toString();
        assertEquals(3, Run.withInput(BATCH, "batch", "--db", db).lines().size());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE parley_negotiations SET context = '{\"note\":\"bro' WHERE negotiation_id = 'n-1'");
        }
        JsonObject report = result("{\"op\":\"recover\"}");
        assertEquals(1, report.integer("recovered"));
        assertEquals(1, report.integer("quarantined"));
    }

    @Test
    void itIsListedAndShown() {
        List<String> listed = Run.of("quarantine", "list", "--db", db).lines();
        JsonObject shown = JsonText.parseObject(
                "line",
                Run.of("quarantine", "show", "1", "--json", "--db", db).lines().get(0));

        assertEquals(1, listed.size());
        assertTrue(listed.get(0).startsWith("     1  20"), listed.get(0));
        assertTrue(listed.get(0).contains("  negotiation n-1: "), listed.get(0));
        assertEquals("n-1", shown.text("id"));
        assertTrue(shown.text("raw").contains("bro"));
        assertTrue(Run.of("quarantine", "show", "1", "--db", db).lines().contains("row     negotiation n-1"));
        assertEquals(
                "parley: no row is in quarantine under number 7; list the quarantine to see which are",
                Run.of("quarantine", "show", "7", "--db", db).error(1));
        assertTrue(Run.of("show", "n-1", "--db", db).error(3).contains("cannot be read"));
    }

    @Test
    void itIsExportedForItsOwnerAloneAndReplacesNothing() throws IOException {
        Path export = directory.resolve("row");

        assertEquals(List.of(export + " is complete"), export(export).lines());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(export)));
        assertTrue(export(export).error(1).endsWith("exists already; name a new file"));
        assertTrue(export(directory.resolve("no/where")).error(3).contains("cannot be written"));
    }

    @Test
    void itIsMendedAndReleased() throws IOException {
        Path export = directory.resolve("row");
        export(export).lines();
        assertTrue(release().error(3).contains("cannot be read"));
        assertTrue(release("--from", export.toString()).error(3).contains("cannot be read"));
        String mended = Files.readString(export).replace("{\\\"note\\\":\\\"bro", "{\\\"note\\\":\\\"mended\\\"}");
        Files.writeString(export, mended);

        assertEquals(
                List.of("row 1 is released"),
                release("--from", export.toString()).lines());

        assertEquals(List.of(), Run.of("quarantine", "list", "--db", db).lines());
        assertTrue(Run.of("show", "n-1", "--db", db).lines().contains("  note: \"mended\""));
        assertTrue(Run.of("doctor", "--db", db).lines().contains("damaged       no"));
    }

    @Test
    void whatIsNoExportIsRefused() throws IOException {
        Path file = Files.write(directory.resolve("latin"), new byte[] {'{', (byte) 0xE9});

        assertTrue(release("--from", file.toString()).error(2).endsWith("is not UTF-8; save it as UTF-8"));
        assertTrue(release("--from", file + "x").error(1).endsWith("does not exist; check its name"));
        assertTrue(release("--from", Files.writeString(file, "[]").toString())
                .error(2)
                .startsWith("parley: "));
    }

    @Test
    void aProgramDoesTheSameThroughBatch() {
        JsonObject page = result("{\"op\":\"quarantine\"}");
        String raw = result("{\"op\":\"find\",\"quarantined\":1}").text("raw");
        String mended = raw.replace("{\\\"note\\\":\\\"bro", "{}");

        assertEquals(1, page.objects("rows").get(0).integer("number"));
        assertEquals(
                1,
                result("{\"op\":\"release\",\"number\":1,\"raw\":" + JsonText.write(mended) + "}")
                        .integer("released"));
        assertEquals(List.of(), result("{\"op\":\"quarantine\"}").array("rows"));
        assertEquals(
                List.of(),
                result("{\"op\":\"find\",\"negotiation_id\":\"n-1\"}").array("history"));
    }

    private Run export(Path file) {
        return Run.of("quarantine", "export", "1", file.toString(), "--db", db);
    }

    private Run release(String... more) {
        String[] args = Arrays.copyOf(new String[] {"quarantine", "release", "1", "--db", db}, 5 + more.length);
        System.arraycopy(more, 0, args, 5, more.length);
        return Run.of(args);
    }

    private JsonObject result(String line) {
        String answer = Run.withInput(line + "\n", "batch", "--db", db).lines().get(0);
        return JsonText.parseObject("answer", answer).object("result");
    }
}
