package dev.parley.domain.negotiation;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;

/** A negotiation lives on one email thread and cannot be moved to another. Nothing was changed. */
public final class ThreadAlreadyBoundException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient NegotiationId negotiationId;
    private final transient ThreadId bound;
    private final transient ThreadId refused;

    ThreadAlreadyBoundException(NegotiationId negotiationId, ThreadId bound, ThreadId refused) {
        super("negotiation " + negotiationId + " is on thread " + bound + " and cannot move to " + refused
                + "; open another negotiation for that thread");
        this.negotiationId = negotiationId;
        this.bound = bound;
        this.refused = refused;
    }

    /** The negotiation. */
    public NegotiationId negotiationId() {
        return negotiationId;
    }

    /** The thread it is on. */
    public ThreadId bound() {
        return bound;
    }

    /** The thread it was to be put on. */
    public ThreadId refused() {
        return refused;
    }
}
