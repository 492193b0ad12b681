package dev.parley.domain.negotiation;

import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.Text;
import dev.parley.domain.value.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One transition as it was recorded.
 *
 * @param sequence its place in the history, from 1
 * @param transition what happened
 * @param at when, to the microsecond; null where it was imported from a system that did not note it
 * @param cause why, in the caller's words; null where none was given
 */
public record HistoryEntry(
        int sequence,
        Transition transition,
        @Nullable Instant at,
        @Nullable String cause) {
    /**
     * @throws InvalidValueException if the sequence is below 1, the time out of range or the cause no well-formed text
     */
    public HistoryEntry {
        if (sequence < 1) {
            throw new InvalidValueException("sequence", "must be at least 1");
        }
        at = at == null ? null : Timestamps.micros("at", at);
        cause = cause == null ? null : Text.wellFormed("cause", cause);
    }

    /** Everything but the cause, which may quote a message. */
    @Override
    public String toString() {
        return sequence + ": " + transition + (at == null ? "" : " at " + at);
    }
}
