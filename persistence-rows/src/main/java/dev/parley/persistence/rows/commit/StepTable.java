package dev.parley.persistence.rows.commit;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.rows.StepRow;
import java.util.Optional;

/**
 * The steps that were committed under a name, within one transaction.
 *
 * @param <X> how the store says that it is in trouble
 */
public interface StepTable<X extends Exception> {
    /**
     * What was recorded under a name.
     *
     * @throws UnreadableException if it cannot be read
     */
    Optional<RecordedStep> find(NegotiationId id, IdempotencyKey key) throws X;

    /**
     * Adds a step under a name that is new.
     *
     * @param negotiation the position of its negotiation
     */
    void insert(NegotiationId id, long negotiation, StepRow row) throws X;
}
