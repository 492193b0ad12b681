package dev.parley.domain.port;

import dev.parley.domain.identity.NegotiationId;
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

    /**
     * Why a step of this name is refused.
     *
     * @param negotiation where it was committed
     * @param again the step that was to be committed
     * @return {@link DuplicateStepException} if it is the same step, {@link StepConflictException} if it is another
     */
    public CommitRefusedException refusal(NegotiationId negotiation, NamedStep again) {
        return step.equals(again)
                ? new DuplicateStepException(negotiation, this)
                : new StepConflictException(negotiation, this);
    }
}
