package dev.parley.application;

import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.Stored;
import java.time.Instant;

/**
 * What came of a step.
 *
 * @param negotiation the negotiation; after a repetition it is as it stands now, which may be further than the step
 * @param revision the negotiation's revision after the step, as it was recorded
 * @param state where the negotiation stood after the step, as it was recorded
 * @param at when the step changed the negotiation, to the microsecond, as it was recorded
 * @param repeated whether the step had been committed before, so that nothing was written this time
 */
public record Advanced(
        Stored<Negotiation> negotiation, long revision, NegotiationState state, Instant at, boolean repeated) {

    static Advanced now(Stored<Negotiation> after) {
        Negotiation negotiation = after.value();
        return new Advanced(
                after,
                after.revision(),
                negotiation.state(),
                negotiation.snapshot().updatedAt(),
                false);
    }

    static Advanced before(RecordedStep recorded, Stored<Negotiation> latest) {
        return new Advanced(latest, recorded.revision(), recorded.state(), recorded.at(), true);
    }
}
