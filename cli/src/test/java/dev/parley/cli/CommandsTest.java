package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final String BATCH = """
            {"op":"campaign","campaign":{"campaign_id":"c-1","client_name":"Ac\\nme","budget":"1000.50",\
            "target_deliverables":"2 reels","influencers":[],"cpm_range":{"min_cpm":"20","max_cpm":"30.00"},\
            "platform":"tiktok","timeline":"TBD","created_at":"2026-01-15T12:00:00Z","total_influencers":5}}
            {"op":"open","negotiation_id":"n-1","campaign_id":"c-1","context":{"next_cpm":{"$decimal":"25.50"}}}
            {"op":"open","negotiation_id":"@王","campaign_id":"c-1","context":{},"thread_id":"t-2"}
            {"op":"advance","negotiation_id":"@王","events":["send_offer","receive_reply","accept"],\
            "agreement":{"cpm":"25.5"}}
            """;

    @TempDir
    Path directory;

    private String db;

    @BeforeEach
    void fill() {
        db = directory.resolve("parley.db").toString();
        assertEquals(4, Run.withInput(BATCH, "batch", "--db", db).lines().size());
    }

    @Test
    void listShowsWhatIsInFlight() {
        assertEquals(List.of("n-1"), ids("list", "--db", db, "--json"));
        assertEquals(List.of("n-1", "@王"), ids("list", "--db", db, "--json", "--all"));
        assertEquals(List.of("@王"), ids("list", "--db", db, "--json", "--state", "agreed"));
        assertEquals(List.of(), ids("list", "--db", db, "--json", "--state", "paused"));
    }

    @Test
    void listShowsEverythingButTheContextAndTheHistory() {
        JsonObject listed = JsonText.parseObject(
                "line", Run.of("list", "--json", "--db", db).lines().get(0));

        assertEquals(
                "[negotiation_id, thread_id, campaign_id, state, terminal, pre_pause_state, round_count, revision,"
                        + " valid_events, reply_due_at, created_at, updated_at]",
                listed.values().keySet().toString());
    }

    @Test
    void listIsReadable() {
        List<String> lines = Run.of("list", "--all", "--db", db).lines();

        assertTrue(lines.get(0).startsWith("initial_offer       0      1  "), lines.get(0));
        assertTrue(lines.get(0).endsWith("  n-1  -"), lines.get(0));
        assertTrue(lines.get(1).endsWith("  @王  t-2"), lines.get(1));
    }

    @Test
    void showShowsEverything() {
        JsonObject shown = JsonText.parseObject(
                "line", Run.of("show", "@王", "--json", "--db", db).lines().get(0));
        List<String> lines = Run.of("show", "n-1", "--db", db).lines();

        assertEquals(3, shown.objects("history").size());
        assertEquals(16, shown.values().size());
        assertTrue(lines.contains("state        initial_offer"), lines.toString());
        assertTrue(lines.contains("next         pause, send_offer, stop"), lines.toString());
        assertTrue(lines.contains("  next_cpm: {\"$decimal\":\"25.50\"}"), lines.toString());
    }

    @Test
    void campaignsShowWhatMayBeOffered() {
        JsonObject campaign = JsonText.parseObject(
                "line",
                Run.of("campaigns", "--engagement-rate", "5.5", "--engagement-rate=3", "--json", "--db", db)
                        .lines()
                        .get(0));
        List<String> lines = Run.of("campaigns", "--db", db).lines();

        assertEquals(3, campaign.objects("flexibility").size());
        assertEquals("5.5", campaign.objects("flexibility").get(1).text("engagement_rate"));
        assertEquals("3", campaign.objects("flexibility").get(2).text("engagement_rate"));
        assertTrue(lines.contains("  client     Ac me"), lines.toString());
        assertTrue(lines.contains("    25.5  negotiation @王"), lines.toString());
    }

    @Test
    void stepsAreTakenAndShown() {
        Run.of("advance", "n-1", "send_offer", "receive_reply", "--revision", "1", "--cause", "x", "--db", db)
                .lines();
        Run.of("pause", "n-1", "--db", db).lines();
        Run.of("resume", "n-1", "--db", db).lines();
        JsonObject stopped = JsonText.parseObject(
                "line", Run.of("stop", "n-1", "--db", db, "--json").lines().get(0));

        assertEquals(5, stopped.integer("revision"));
        assertEquals("stopped", stopped.text("state"));
        assertEquals("x", stopped.objects("history").get(1).text("cause"));
    }

    @Test
    void whatIsRefusedExitsWith1() {
        assertEquals(
                "parley: negotiation n-9 is not stored; open it first",
                Run.of("show", "n-9", "--db", db).error(1));
        assertTrue(Run.of("advance", "n-1", "accept", "--db", db).error(1).contains("is not legal"));
        assertTrue(Run.of("advance", "n-1", "send_offer", "--revision", "7", "--db", db)
                .error(1)
                .contains("stands at 1"));
        assertTrue(Run.of("resume", "n-1", "--db", db).error(1).contains("is not legal"));
    }

    @Test
    void whatCannotBeUnderstoodExitsWith2() {
        for (String[] args : new String[][] {
            {},
            {"fly"},
            {"list"},
            {"list", "--db", db, "--db", db},
            {"list", "--db", db, "--fly"},
            {"list", "--db", db, "--state", "flying"},
            {"show", "--db", db},
            {"show", " ", "--db", db},
            {"show", "a\nb", "--db", db},
            {"advance", "n-1", "--db", db},
            {"advance", "n-1", "fly", "--db", db},
            {"advance", "n-1", "stop", "--revision", "x", "--db", db},
            {"campaigns", "--engagement-rate", "x", "--db", db},
            {"campaigns", "--engagement-rate", "-1", "--db", db},
            {"campaigns", "--engagement-rate", "1e999", "--db", db},
            {"outbox", "--state", "flying", "--db", db},
            {"retry", "--db", db},
            {"retry", " ", "--db", db},
            {"quarantine", "--db", db},
            {"quarantine", "fly", "--db", db},
            {"quarantine", "show", "x", "--db", db},
            {"quarantine", "export", "1", "--db", db},
            {"forget", "--db", db},
            {"forget", "--before", "yesterday", "--db", db},
            {"erase", "n-1", "--db", db},
            {"import", "--db", db},
            {"import", db, "--db", db},
            {"demo", "--unsafe", "--kills", "0"},
            {"demo", "--kills", "-1"},
            {"demo", "--influencers", "0"},
            {"demo", "--db", db}
        }) {
            assertTrue(Run.of(args).error(2).startsWith("parley: "));
        }
    }

    @Test
    void aFileThatIsMissingOrNoDatabaseExitsWith3AndStaysAsItIs() throws IOException {
        Path missing = directory.resolve("missing.db");
        Path text = Files.writeString(directory.resolve("text"), "This is no database, and long enough to tell.");
        for (String[] args : new String[][] {
            {"list", "--db", missing.toString()},
            {"show", "n-1", "--db", missing.toString()},
            {"campaigns", "--db", missing.toString()},
            {"pause", "n-1", "--db", missing.toString()},
            {"outbox", "--db", missing.toString()},
            {"expire", "--db", missing.toString()},
            {"migrate", "--db", missing.toString()},
            {"erase", "n-1", "--yes", "--db", missing.toString()},
            {"quarantine", "list", "--db", missing.toString()},
            {"import", missing.toString(), "--db", missing.toString()},
            {"list", "--db", text.toString()},
            {"batch", "--db", text.toString()},
            {"batch", "--db", directory.toString()},
            {"batch", "--db", directory.resolve("no/where").toString()}
        }) {
            assertTrue(Run.of(args).error(3).startsWith("parley: "));
        }
        assertFalse(Files.exists(missing));
        assertTrue(Files.readString(text).startsWith("This is no database"));
    }

    @Test
    void debugShowsTheTraceWhereverItStands() {
        assertTrue(Run.of("show", "n-9", "--db", db, "--debug").err().contains("\tat dev.parley."));
        assertTrue(Run.of("--debug", "show", "n-9", "--db", db).err().contains("\tat dev.parley."));
        assertTrue(Run.withInput("nonsense\n", "batch", "--db", db, "--debug")
                .err()
                .contains("InvalidValueException"));
        assertEquals("", Run.withInput("nonsense\n", "batch", "--db", db).err());
    }

    private static List<String> ids(String... args) {
        return Run.of(args).lines().stream()
                .map(line -> JsonText.parseObject("line", line).text("negotiation_id"))
                .toList();
    }
}
