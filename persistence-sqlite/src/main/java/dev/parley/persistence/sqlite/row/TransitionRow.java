package dev.parley.persistence.sqlite.row;

import org.jspecify.annotations.Nullable;

/** A row of {@code parley_transitions}. */
public record TransitionRow(
        int sequence,
        String fromState,
        String event,
        String toState,
        @Nullable String at,
        @Nullable String cause) {
    /**
     * The checksum of the content and of where it belongs.
     *
     * @param negotiationId the negotiation it belongs to
     */
    public long checksum(String negotiationId) {
        return Checksum.of(negotiationId, sequence, fromState, event, toState, at, cause);
    }
}
