package dev.parley.domain.port;

import dev.parley.domain.identity.NegotiationId;

/** A negotiation was to be opened that is stored already. Nothing was written. */
public final class NegotiationAlreadyExistsException extends CommitRefusedException {
    private static final long serialVersionUID = 1L;

    private final transient NegotiationId negotiationId;

    /** Names what was refused. */
    public NegotiationAlreadyExistsException(NegotiationId negotiationId) {
        super("negotiation " + negotiationId + " exists already; find it, or open one under another id");
        this.negotiationId = negotiationId;
    }

    /** The negotiation. */
    public NegotiationId negotiationId() {
        return negotiationId;
    }
}
