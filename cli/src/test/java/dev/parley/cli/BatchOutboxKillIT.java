package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another program sends what is owed, and the batch it talks to is killed at random moments: before a claim is answered,
 * after the message went out, before its report is answered. The mailbox is the program's own, so it knows what went out.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BatchOutboxKillIT {
    private static final int KILLS = 4;
    private static final int MESSAGES = 60;

    private static final String CAMPAIGN = """
            {"op":"campaign","campaign":{"campaign_id":"c-1","client_name":"Acme","budget":"1",\
            "target_deliverables":"x","influencers":[],"cpm_range":{"min_cpm":"1","max_cpm":"2"},"platform":"x",\
            "timeline":"x","created_at":"2026-01-15T12:00:00Z","total_influencers":0}}""";

    private final long seed = Long.getLong("parley.test.seed", 20_260_301L);
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Map<String, Integer> mailbox = new HashMap<>();
    private Process process;
    private BufferedReader answers;
    private int untilKill = Integer.MAX_VALUE;
    private boolean waitsBeforeKill;
    private int unconfirmed;

    @TempDir
    Path directory;

    /** The process was killed, and whether the last request has been done is not known. */
    private static final class Killed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void everyMessageIsSentOnceAcrossKills() throws Exception {
        try {
            start();
            owe();
            // First with a claim that is certainly done: every other request is one, while all messages are due.
            killed(2 * random.nextInt(2, 10), true);
            for (int kill = 1; kill < KILLS; kill++) {
                killed(random.nextInt(5, 20), random.nextBoolean());
            }
            untilKill = Integer.MAX_VALUE;
            sendAll();
        } finally {
            process.destroyForcibly();
        }
        String where = "seed " + seed;
        assertEquals(MESSAGES, mailbox.size(), where);
        mailbox.forEach((id, times) -> assertEquals(1, times, id + " went out again, " + where));
        assertTrue(unconfirmed > 0, "no kill left anything unconfirmed, " + where);
    }

    /**
     * Sends until the process dies, and starts another.
     *
     * @param requests how many are answered before
     * @param waits whether the one in which it dies is done for certain; otherwise sometimes it is
     */
    private void killed(int requests, boolean waits) throws Exception {
        untilKill = requests;
        waitsBeforeKill = waits;
        sendUntilKilled();
        start();
    }

    private void owe() throws Exception {
        ask(CAMPAIGN);
        for (int i = 0; i < MESSAGES; i++) {
            ask("{\"op\":\"open\",\"negotiation_id\":\"n-" + i + "\",\"campaign_id\":\"c-1\",\"context\":{}}");
            ask("{\"op\":\"advance\",\"negotiation_id\":\"n-" + i + "\",\"events\":[\"send_offer\"],\"owes\":"
                    + "[{\"message_id\":\"m-" + i + "\",\"content\":{}}]}");
        }
    }

    private void sendUntilKilled() throws Exception {
        try {
            sendAll();
            throw new AssertionError("all was sent before the kill");
        } catch (Killed asPlanned) {
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        }
    }

    /** The loop that the document describes, until nothing is open. */
    private void sendAll() throws Exception {
        while (mailbox.size() < MESSAGES || isOpen()) {
            JsonObject claimed = ask("{\"op\":\"claim\",\"lease_seconds\":1}").optionalObject("message");
            if (claimed != null) {
                handle(claimed);
            }
        }
    }

    private boolean isOpen() throws Exception {
        return !ask("{\"op\":\"deliveries\",\"limit\":1}").array("messages").isEmpty();
    }

    private void handle(JsonObject claimed) throws Exception {
        String id = claimed.text("message_id");
        boolean asked = claimed.object("delivery").text("state").equals("unconfirmed");
        unconfirmed += asked ? 1 : 0;
        if (!asked) {
            mailbox.merge(id, 1, Integer::sum);
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("op", mailbox.containsKey(id) ? "sent" : "deferred");
        report.put("message_id", id);
        report.put("claimed", claimed.object("delivery").values());
        if (!mailbox.containsKey(id)) {
            report.put("due_at", "2001-01-01T00:00:00Z");
            report.put("problem", "not in the mailbox");
        }
        ask(JsonText.write(report));
    }

    private JsonObject ask(String request) throws Exception {
        OutputStream requests = process.getOutputStream();
        requests.write((request + "\n").getBytes(StandardCharsets.UTF_8));
        requests.flush();
        if (untilKill-- == 0) {
            if (waitsBeforeKill) {
                answers.readLine();
            }
            process.toHandle().destroyForcibly();
            throw new Killed();
        }
        JsonObject answer = JsonText.parseObject("answer", answers.readLine());
        assertEquals(true, answer.required("ok"), () -> request + ": " + answer.text("message"));
        return answer.object("result");
    }

    private void start() throws IOException {
        process = JarProcess.builder(
                        directory,
                        "batch",
                        "--db",
                        directory.resolve("parley.db").toString())
                .redirectError(directory.resolve("err").toFile())
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
    }
}
