package dev.parley.cli.demo;

import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import dev.parley.domain.value.InvalidValueException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the child said.
 *
 * @param id which request it answers
 * @param result what was asked for, or null if it was refused
 * @param error why it was refused, or null
 * @param message the same in words, or null
 */
record Answer(
        long id,
        @Nullable JsonObject result,
        @Nullable String error,
        @Nullable String message) {
    static Answer read(String line) {
        JsonObject object = JsonText.parseObject("answer", line);
        Long id = object.optionalWhole("id");
        return new Answer(
                id == null ? -1 : id,
                object.optionalObject("result"),
                object.optionalText("error"),
                object.optionalText("message"));
    }

    /** The answer of a line that may be cut short; empty if it is. */
    static Optional<Answer> readWhole(String line) {
        try {
            return Optional.of(read(line));
        } catch (InvalidValueException cutShort) {
            return Optional.empty();
        }
    }
}
