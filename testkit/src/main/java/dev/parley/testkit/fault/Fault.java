package dev.parley.testkit.fault;

import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import java.time.Duration;

/** In which way a call of a {@link FailingStore} fails. */
public enum Fault {
    /** Nothing is done, and the caller is told so: {@link StoreFailureException} with {@link Outcome#NOT_WRITTEN}. */
    NOT_WRITTEN(false),

    /** Nothing is done, and the caller cannot know: {@link StoreFailureException} with {@link Outcome#UNKNOWN}. */
    UNKNOWN_AND_NOT_DONE(false),

    /** All is done, and the caller cannot know: {@link StoreFailureException} with {@link Outcome#UNKNOWN}. */
    UNKNOWN_AND_DONE(true),

    /** Nothing is done, since somebody else holds the data: {@link StoreBusyException}. */
    BUSY(false);

    private static final Duration WAITED = Duration.ofSeconds(5);

    private final boolean done;

    Fault(boolean done) {
        this.done = done;
    }

    /** Whether the call is passed on before it fails. */
    boolean isDone() {
        return done;
    }

    StoreException exception() {
        return switch (this) {
            case BUSY -> new StoreBusyException(WAITED, new IllegalStateException("a fault that the test asked for"));
            case NOT_WRITTEN ->
                new StoreFailureException(
                        Outcome.NOT_WRITTEN, "the store failed, as the test asked; nothing was written, try again");
            case UNKNOWN_AND_NOT_DONE, UNKNOWN_AND_DONE ->
                new StoreFailureException(
                        Outcome.UNKNOWN,
                        "the store failed, as the test asked; read to find out what became of the call");
        };
    }
}
