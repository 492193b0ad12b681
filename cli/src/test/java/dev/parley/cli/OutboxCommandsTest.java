package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a human sees of messages and deadlines, and can decide about them. */
class OutboxCommandsTest {
    private static final String BATCH = """
            {"op":"campaign","campaign":{"campaign_id":"c-1","client_name":"Acme","budget":"1","target_deliverables":"x",\
            "influencers":[],"cpm_range":{"min_cpm":"1","max_cpm":"2"},"platform":"x","timeline":"x",\
            "created_at":"2026-01-15T12:00:00Z","total_influencers":0}}
            {"op":"open","negotiation_id":"n-1","campaign_id":"c-1","context":{}}
            {"op":"open","negotiation_id":"n-2","campaign_id":"c-1","context":{}}
            {"op":"advance","negotiation_id":"n-1","events":["send_offer"],"reply_due_at":"2001-01-01T00:00:00Z",\
            "handles":[{"message_id":"r-1","received_at":"2000-01-01T00:00:00Z","content":{"text":"hush"}}],\
            "owes":[{"message_id":"m-1","content":{"text":"hush"}},{"message_id":"m-2","content":{}}]}
            {"op":"advance","negotiation_id":"n-2","events":["send_offer"],"owes":[{"message_id":"m-3","content":{}}]}
            {"op":"claim","lease_seconds":60}
            {"op":"failed","message_id":"m-1","problem":"no such address"}
            {"op":"sent","message_id":"m-3"}
            """;

    @TempDir
    Path directory;

    private String db;

    @BeforeEach
    void fill() {
        db = directory.resolve("parley.db").toString();
        List<String> answers = Run.withInput(BATCH, "batch", "--db", db).lines();
        assertTrue(answers.stream().allMatch(answer -> answer.contains("\"ok\":true")), answers.toString());
    }

    @Test
    void theOutboxShowsWhatIsNotSettled() {
        assertEquals(List.of("m-1", "m-2"), ids("outbox", "--json", "--db", db));
        assertEquals(List.of("m-1", "m-2", "m-3"), ids("outbox", "--json", "--all", "--db", db));
        assertEquals(List.of("m-1"), ids("outbox", "--json", "--state", "failed", "--db", db));
        assertEquals(List.of("m-3"), ids("outbox", "--json", "--all", "--negotiation", "n-2", "--db", db));
        assertEquals(List.of(), ids("outbox", "--json", "--negotiation", "n-2", "--db", db));
        assertEquals(List.of("m-2"), ids("outbox", "--json", "--negotiation", "n-1", "--state", "pending", "--db", db));
    }

    @Test
    void theOutboxIsReadableAndTellsNoContent() {
        List<String> lines = Run.of("outbox", "--db", db).lines();

        assertTrue(lines.get(0).startsWith("failed         1  -  "), lines.get(0));
        assertTrue(lines.get(0).endsWith("  m-1  n-1  no such address"), lines.get(0));
        assertTrue(lines.get(1).startsWith("pending        0  20"), lines.get(1));
        assertTrue(lines.stream().noneMatch(line -> line.contains("hush")), lines.toString());
    }

    @Test
    void aHumanDecides() {
        assertTrue(Run.of("retry", "m-1", "--db", db).lines().get(0).startsWith("pending        1  "));
        JsonObject given = JsonText.parseObject(
                "line", Run.of("give-up", "m-1", "--json", "--db", db).lines().get(0));

        assertEquals("given_up", given.object("delivery").text("state"));
        assertTrue(Run.of("retry", "m-1", "--db", db).error(1).contains("is given_up"));
        assertEquals(
                "parley: no owed message m-9 is stored, or it was deleted with its negotiation; check the id",
                Run.of("give-up", "m-9", "--db", db).error(1));
        assertEquals(
                "parley: negotiation n-9 is not stored; open it first",
                Run.of("outbox", "--negotiation", "n-9", "--db", db).error(1));
    }

    @Test
    void whatIsOverdueIsListedAndExpiresOnce() {
        assertEquals(1, Run.of("list", "--overdue", "--db", db).lines().size());

        List<String> expired = Run.of("expire", "--json", "--db", db).lines();

        assertEquals(1, expired.size());
        assertEquals("stale", JsonText.parseObject("line", expired.get(0)).text("state"));
        assertEquals(List.of(), Run.of("expire", "--db", db).lines());
        assertEquals(List.of(), Run.of("list", "--overdue", "--db", db).lines());
    }

    @Test
    void showTellsTheDeadlineAndTheMessages() {
        List<String> lines = Run.of("show", "n-1", "--db", db).lines();
        JsonObject shown = JsonText.parseObject(
                "line", Run.of("show", "n-1", "--json", "--db", db).lines().get(0));

        assertTrue(lines.contains("reply due    2001-01-01T00:00:00Z"), lines.toString());
        int owed = lines.indexOf("owed");
        assertTrue(lines.get(owed + 1).startsWith("  failed         1  "), lines.toString());
        assertEquals("handled", lines.get(owed + 3));
        assertEquals("  2000-01-01T00:00:00Z         r-1", lines.get(owed + 4));
        assertEquals("m-2", shown.objects("owed").get(1).text("message_id"));
        assertEquals(
                "{\"message_id\":\"r-1\",\"received_at\":\"2000-01-01T00:00:00Z\"}",
                JsonText.write(shown.objects("handled").get(0).values()));
    }

    private static List<String> ids(String... args) {
        return Run.of(args).lines().stream()
                .map(line -> JsonText.parseObject("line", line).text("message_id"))
                .toList();
    }
}
