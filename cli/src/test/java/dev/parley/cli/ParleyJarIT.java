package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParleyJarIT {
    @TempDir
    Path directory;

    @Test
    void theJarHelpsAndKnowsItsVersion() throws IOException, InterruptedException {
        assertTrue(run("", "--help").lines().get(0).startsWith("Usage: parley "));
        List<String> version = run("", "--version").lines();
        assertEquals(1, version.size());
        assertTrue(version.get(0).matches("parley [0-9]+\\.[0-9]+.*"), version.get(0));
    }

    @Test
    void anyScriptIsUnderstoodInAnyLocale() throws IOException, InterruptedException {
        String db = directory.resolve("parley.db").toString();
        String campaign = """
                {"op":"campaign","campaign":{"campaign_id":"ü","client_name":"🎥","budget":"1","target_deliverables":"x",\
                "influencers":[],"cpm_range":{"min_cpm":"1","max_cpm":"2"},"platform":"x","timeline":"x",\
                "created_at":"2026-01-15T12:00:00Z","total_influencers":0}}
                """;
        String open = "{\"op\":\"open\",\"negotiation_id\":\"王小明\",\"campaign_id\":\"ü\",\"context\":{}}\n";

        List<String> answers = run(campaign + open, "batch", "--db", db).lines();
        List<String> listed = run("", "list", "--db", db).lines();
        List<String> shown = run("", "show", "王小明", "--db", db).lines();

        assertTrue(answers.get(0).contains("\"client_name\":\"🎥\""), answers.get(0));
        assertTrue(answers.get(1).contains("\"negotiation_id\":\"王小明\""), answers.get(1));
        assertTrue(listed.get(0).contains("王小明"), listed.get(0));
        assertEquals("negotiation  王小明", shown.get(0));
    }

    @Test
    void whatFailsSaysSoOnOneLine() throws IOException, InterruptedException {
        run("", "list").error(2);
        run("", "list", "--db", directory.resolve("missing.db").toString()).error(3);
    }

    private Run run(String input, String... args) throws IOException, InterruptedException {
        // The locale of a bare container, which is not UTF-8.
        return JarProcess.run(directory, Map.of("LC_ALL", "C", "LANG", "C"), input, args);
    }
}
