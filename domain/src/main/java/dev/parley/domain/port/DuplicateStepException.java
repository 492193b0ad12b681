package dev.parley.domain.port;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;

/** A step with this idempotency key was committed already. Nothing was written. */
public final class DuplicateStepException extends CommitRefusedException {
    private static final long serialVersionUID = 1L;

    private final transient NegotiationId negotiationId;
    private final transient IdempotencyKey key;

    /** Names what was refused. */
    public DuplicateStepException(NegotiationId negotiationId, IdempotencyKey key) {
        super("negotiation " + negotiationId + " has committed step " + key
                + " already; find it to see what came of it");
        this.negotiationId = negotiationId;
        this.key = key;
    }

    /** The negotiation. */
    public NegotiationId negotiationId() {
        return negotiationId;
    }

    /** The key of the step. */
    public IdempotencyKey key() {
        return key;
    }
}
