package dev.parley.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.cli.refusal.ErrorCode;
import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import dev.parley.domain.value.InvalidValueException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks at what was said to a line, whatever the line was, and counts. */
final class FuzzJudge {
    private static final String DONE = "ok";

    /** That the store broke is no answer on a store that is whole. */
    private static final Set<ErrorCode> TROUBLE = Set.of(ErrorCode.STORE_FAILURE, ErrorCode.BUSY, ErrorCode.CLOSED);

    private static final Set<String> CODES = Arrays.stream(ErrorCode.values())
            .filter(code -> !TROUBLE.contains(code))
            .map(ErrorCode::code)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Long> answers = new TreeMap<>();

    /**
     * Checks what was written after some input.
     *
     * @param input one or several lines
     * @return the last answer, or null if there was none to give
     */
    JsonObject check(byte[] input, String written, String where) {
        List<String> lines = written.lines().toList();
        assertTrue(written.isEmpty() || written.endsWith("\n"), () -> where + " was answered by half a line");
        assertEquals(expected(input), lines.size(), () -> where + " has another number of answers");
        JsonObject last = null;
        for (String line : lines) {
            last = answer(line, where);
        }
        if (lines.size() == 1) {
            assertSameId(input, last, where);
        }
        return last;
    }

    /** How often each answer was given. */
    Map<String, Long> answers() {
        return answers;
    }

    private JsonObject answer(String line, String where) {
        JsonObject answer = JsonText.parseObject("answer", line);
        boolean done = Boolean.TRUE.equals(answer.required("ok"));
        assertEquals(
                done ? List.of("id", "ok", "result") : List.of("id", "ok", "error", "message"),
                List.copyOf(answer.values().keySet()),
                where);
        String code = done ? DONE : answer.text("error");
        assertTrue(done || CODES.contains(code), () -> where + " was answered by " + line);
        assertTrue(done || !answer.text("message").isBlank(), where);
        answers.merge(code, 1L, Long::sum);
        return answer;
    }

    private static int expected(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        return (int) Arrays.stream(text.split("\n", -1))
                .filter(line -> !line.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r'))
                .count();
    }

    /** Who can read the request by himself finds its id in the answer. */
    private static void assertSameId(byte[] input, JsonObject answer, String where) {
        String text = new String(input, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), input)) {
            return;
        }
        try {
            Object request = JsonText.parse("line", text);
            if (request instanceof Map<?, ?> map
                    && (map.get("id") instanceof BigInteger || map.get("id") instanceof String)) {
                assertEquals(map.get("id"), answer.optional("id"), where);
            }
        } catch (InvalidValueException unreadable) {
            // Then nobody can say what its id is.
        }
    }
}
