package dev.parley.cli.batch;

import dev.parley.cli.console.Console;
import dev.parley.cli.desk.Desk;
import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.Refusal;
import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import dev.parley.domain.value.InvalidValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The protocol for programs: a request a line, an answer a line, in the order asked. An answer is handed to the
 * operating system once what it says is durable, and before the next request is read.
 */
public final class Batch {
    /** How many bytes a line may have. */
    public static final int MAX_LINE = 8 << 20;

    private final Console console;
    private final Operations operations;
    private final Consumer<Throwable> onRefusal;

    /**
     * @param onRefusal is shown every exception that becomes an answer
     */
    public Batch(Console console, Desk desk, Consumer<Throwable> onRefusal) {
        this.console = console;
        this.operations = new Operations(desk);
        this.onRefusal = onRefusal;
    }

    /** Answers until the input ends. */
    public void run() {
        LineReader lines = new LineReader(console.in(), MAX_LINE);
        try {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                Map<String, @Nullable Object> answer = answer(line);
                if (!answer.isEmpty()) {
                    console.json(answer);
                    console.flush();
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("standard input cannot be read: " + broken.getMessage(), broken);
        }
    }

    /** The answer to a line; empty for a blank line, which gets none. */
    private Map<String, @Nullable Object> answer(Line line) {
        if (line instanceof Line.TooLong) {
            return refused(null, ErrorCode.TOO_LARGE, "the line has more than " + MAX_LINE + " bytes; it was skipped");
        }
        if (line instanceof Line.Text text) {
            return text.isBlank() ? Map.of() : answer(text.value());
        }
        return refused(null, ErrorCode.BAD_REQUEST, "the line is not UTF-8");
    }

    private Map<String, @Nullable Object> answer(String line) {
        Object id = null;
        try {
            Object request = JsonText.parse("request", line);
            if (!(request instanceof Map<?, ?>)) {
                throw new InvalidValueException("request", "must be a JSON object");
            }
            JsonObject object = JsonObject.of("", request);
            id = RequestId.of(object);
            return done(id, operations.perform(object));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            onRefusal.accept(failure);
            Refusal refusal = Refusal.of(failure);
            return refused(id == null ? RequestId.salvage(line) : id, refusal.code(), refusal.message());
        }
    }

    private static Map<String, @Nullable Object> done(@Nullable Object id, Map<String, @Nullable Object> result) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        answer.put("ok", true);
        answer.put("result", result);
        return answer;
    }

    private static Map<String, @Nullable Object> refused(@Nullable Object id, ErrorCode code, String message) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        answer.put("ok", false);
        answer.put("error", code.code());
        answer.put("message", message);
        return answer;
    }
}
