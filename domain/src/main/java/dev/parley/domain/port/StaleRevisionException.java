package dev.parley.domain.port;

import dev.parley.domain.identity.NegotiationId;

/** A change was decided on a revision that is no longer the stored one: somebody else was faster. Nothing was written. */
public final class StaleRevisionException extends CommitRefusedException {
    private static final long serialVersionUID = 1L;

    private final transient NegotiationId negotiationId;
    private final long decidedOn;
    private final long stored;

    /** Names what was refused. */
    public StaleRevisionException(NegotiationId negotiationId, long decidedOn, long stored) {
        super("negotiation " + negotiationId + " was decided on at revision " + decidedOn + " but stands at " + stored
                + "; read it again and decide anew");
        this.negotiationId = negotiationId;
        this.decidedOn = decidedOn;
        this.stored = stored;
    }

    /** The negotiation. */
    public NegotiationId negotiationId() {
        return negotiationId;
    }

    /** The revision the change was decided on. */
    public long decidedOn() {
        return decidedOn;
    }

    /** The revision that is stored. */
    public long stored() {
        return stored;
    }
}
