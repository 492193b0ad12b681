package dev.parley.domain.port;

import dev.parley.domain.identity.NegotiationId;

/** A negotiation is not stored, or no longer. */
public final class NegotiationNotFoundException extends CommitRefusedException {
    private static final long serialVersionUID = 1L;

    private final transient NegotiationId negotiationId;

    /** Names what was refused. */
    public NegotiationNotFoundException(NegotiationId negotiationId) {
        super("negotiation " + negotiationId + " is not stored; open it first");
        this.negotiationId = negotiationId;
    }

    /** The negotiation. */
    public NegotiationId negotiationId() {
        return negotiationId;
    }
}
