package dev.parley.cli.batch;

import dev.parley.domain.value.InvalidValueException;
import java.util.function.Function;

/** The codes of states and events, as requests name them. */
final class Codes {
    private Codes() {}

    /**
     * What a code means.
     *
     * @param subject the member it stands in, for the error
     * @throws InvalidValueException if it means nothing
     */
    static <T> T read(String subject, String code, Function<String, T> meaning) {
        try {
            return meaning.apply(code);
        } catch (InvalidValueException unknown) {
            throw new InvalidValueException(subject, unknown.problem());
        }
    }
}
