package dev.parley.domain.port;

import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.Timestamps;
import java.time.Instant;

/**
 * What came of a step that was committed under a name.
 *
 * @param step its name and fingerprint
 * @param revision the revision of the negotiation after it
 * @param state where the negotiation stood after it
 * @param at when the negotiation changed, to the microsecond
 */
public record RecordedStep(NamedStep step, long revision, NegotiationState state, Instant at) {
    /**
     * @throws InvalidValueException if the revision is below 1 or the time out of range
     */
    public RecordedStep {
        if (revision < 1) {
            throw new InvalidValueException("revision", "must be at least 1");
        }
        at = Timestamps.micros("at", at);
    }
}
