package dev.parley.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.cli.refusal.ErrorCode;
import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever stands on a line, it gets exactly one answer, with a code that is documented. */
class BatchFuzzTest {
    private static final int LINES = 2_000;

    private static final List<String> SEEDS = List.of(
            "{\"id\":1,\"op\":\"campaign\",\"campaign\":" + Conversation.CAMPAIGN + "}",
            "{\"id\":2,\"op\":\"open\",\"negotiation_id\":\"n-2\",\"campaign_id\":\"c-1\",\"context\":{\"a\":{\"$decimal\":\"1.50\"}}}",
            "{\"id\":3,\"op\":\"advance\",\"negotiation_id\":\"n-1\",\"events\":[\"send_offer\"],\"revision\":1,\"remove\":[\"x\"]}",
            "{\"id\":4,\"op\":\"advance\",\"negotiation_id\":\"n-1\",\"events\":[\"accept\"],\"agreement\":{\"cpm\":\"1\",\"impressions\":5}}",
            "{\"id\":5,\"op\":\"find\",\"campaign_id\":\"c-1\",\"engagement_rates\":[\"3.5\",6]}",
            "{\"id\":6,\"op\":\"bind\",\"negotiation_id\":\"n-1\",\"thread_id\":\"t-1\"}",
            "{\"id\":7,\"op\":\"delete\",\"negotiation_id\":\"n-2\",\"revision\":1}",
            "{\"id\":8,\"op\":\"pause\",\"negotiation_id\":\"n-1\",\"cause\":\"🎥\"}",
            "{\"id\":9,\"op\":\"recover\"}");

    private static final List<String> SPLICES = List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "1e999999999",
            "-0",
            "1.5",
            "\\ud800",
            "\\u0000",
            "\u0000",
            "\ud83c",
            "🎥",
            "\"op\":\"recover\"",
            "\"id\":{}",
            "$decimal",
            "99999999999999999999",
            " ");

    @Test
    void everyLineGetsOneAnswerWithAKnownCode() {
        long seed = Long.getLong("parley.test.seed", 20_260_301L);
        SplittableRandom random = new SplittableRandom(seed);
        Set<String> codes =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::code).collect(Collectors.toSet());
        Conversation conversation = Conversation.withNegotiation();

        for (int i = 0; i < LINES; i++) {
            String line = mutated(random);
            String context = "seed " + seed + ", line " + i + ": " + line;

            List<String> answers = conversation.sayAll(bytes(line, random));

            assertEquals(line.isBlank() ? 0 : 1, answers.size(), context);
            for (String text : answers) {
                JsonObject answer = JsonText.parseObject("answer", text);
                boolean done = Boolean.TRUE.equals(answer.required("ok"));
                assertTrue(done || codes.contains(answer.text("error")), context);
                assertTrue(done || !answer.text("error").equals(ErrorCode.STORE_FAILURE.code()), context);
            }
        }
    }

    private static String mutated(SplittableRandom random) {
        StringBuilder line = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int i = random.nextInt(4); i > 0; i--) {
            int from = random.nextInt(line.length() + 1);
            int to = Math.min(line.length(), from + random.nextInt(6));
            switch (random.nextInt(4)) {
                case 0 -> line.delete(from, to);
                case 1 -> line.insert(from, SPLICES.get(random.nextInt(SPLICES.size())));
                case 2 -> line.replace(from, to, SPLICES.get(random.nextInt(SPLICES.size())));
                default -> line.insert(from, line.substring(from, to));
            }
        }
        return line.toString().replace("\n", "");
    }

    /** Sometimes with a byte that does not belong. */
    private static byte[] bytes(String line, SplittableRandom random) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(20) == 0) {
            byte any = (byte) random.nextInt(0x80, 0x100);
            bytes[random.nextInt(bytes.length)] = any;
        }
        return bytes;
    }
}
