package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.documents.JsonText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another program drives the batch, which is killed at random moments: every line it answered holds. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BatchKillIT {
    private static final int KILLS = 4;
    private static final int REQUESTS = 300;

    private static final String CAMPAIGN = """
            {"op":"campaign","campaign":{"campaign_id":"c-1","client_name":"Acme","budget":"1",\
            "target_deliverables":"x","influencers":[],"cpm_range":{"min_cpm":"1","max_cpm":"2"},"platform":"x",\
            "timeline":"x","created_at":"2026-01-15T12:00:00Z","total_influencers":0}}
            """;

    @TempDir
    Path directory;

    @Test
    void everyAnsweredLineSurvivesEveryKill() throws IOException, InterruptedException {
        long seed = Long.getLong("parley.test.seed", 20_260_301L);
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, String> acknowledged = new LinkedHashMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.putAll(answersUntilKilled(kill, random.nextInt(1, REQUESTS / 2)));
            assertAllThere(acknowledged, "seed " + seed + ", kill " + kill);
        }
    }

    /** The results by negotiation that were read before and after the process was killed in the midst of its work. */
    private Map<String, String> answersUntilKilled(int kill, int answers) throws IOException, InterruptedException {
        Process process = start();
        Map<String, String> results = new LinkedHashMap<>();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            OutputStream requests = process.getOutputStream();
            requests.write(CAMPAIGN.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < REQUESTS; i++) {
                requests.write(open(kill + "-" + i).getBytes(StandardCharsets.UTF_8));
            }
            requests.flush();
            for (int i = 0; i <= answers; i++) {
                keep(results, reader.readLine());
            }
            // Through the handle: the process itself would close its output, unread answers and all.
            process.toHandle().destroyForcibly();
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
            assertEquals(137, process.exitValue());
            for (String line = reader.readLine(); line != null && line.endsWith("}}"); line = reader.readLine()) {
                keep(results, line);
            }
        } finally {
            process.destroyForcibly();
        }
        assertTrue(results.size() < REQUESTS, "it was killed when all was done");
        return results;
    }

    private void assertAllThere(Map<String, String> acknowledged, String where)
            throws IOException, InterruptedException {
        StringBuilder finds = new StringBuilder();
        acknowledged
                .keySet()
                .forEach(id -> finds.append("{\"op\":\"find\",\"negotiation_id\":\"")
                        .append(id)
                        .append("\"}\n"));
        List<String> found = JarProcess.run(directory, Map.of(), finds.toString(), "batch", "--db", db())
                .lines();
        assertEquals(List.copyOf(acknowledged.values()), found, where);
    }

    private static void keep(Map<String, String> results, String answer) {
        assertTrue(answer.startsWith("{\"id\":null,\"ok\":true,"), answer);
        Map<String, Object> result =
                JsonText.parseObject("answer", answer).object("result").values();
        if (result.get("negotiation_id") instanceof String id) {
            results.put(id, answer);
        }
    }

    private static String open(String name) {
        return "{\"op\":\"open\",\"negotiation_id\":\"n-" + name + "\",\"campaign_id\":\"c-1\",\"thread_id\":\"t-"
                + name + "\",\"context\":{\"next_cpm\":{\"$decimal\":\"25.50\"},\"words\":\"🎥\"}}\n";
    }

    private Process start() throws IOException {
        return JarProcess.builder(directory, "batch", "--db", db())
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    private String db() {
        return directory.resolve("parley.db").toString();
    }
}
