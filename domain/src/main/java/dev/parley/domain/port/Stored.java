package dev.parley.domain.port;

import dev.parley.domain.value.InvalidValueException;
import java.util.function.Function;

/**
 * Something as it stands in a store, with the revision that a change of it must name.
 *
 * @param value what is stored
 * @param revision 1 when it was first stored, and one more with each commit that touched it
 */
public record Stored<T>(T value, long revision) {
    /**
     * @throws InvalidValueException if the revision is below 1
     */
    public Stored {
        if (revision < 1) {
            throw new InvalidValueException("revision", "must be at least 1");
        }
    }

    /** Another view of the same revision. */
    public <R> Stored<R> map(Function<? super T, ? extends R> view) {
        return new Stored<>(view.apply(value), revision);
    }
}
