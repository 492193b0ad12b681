package dev.parley.domain.port;

import dev.parley.domain.identity.NegotiationId;

/** The same step was committed already. Nothing was written; {@link #recorded} is what came of it. */
public final class DuplicateStepException extends CommitRefusedException {
    private static final long serialVersionUID = 1L;

    private final transient NegotiationId negotiationId;
    private final transient RecordedStep recorded;

    /** Names what was refused. */
    public DuplicateStepException(NegotiationId negotiationId, RecordedStep recorded) {
        super("negotiation " + negotiationId + " has committed step "
                + recorded.step().key() + " already, as its revision " + recorded.revision()
                + "; what it decided holds");
        this.negotiationId = negotiationId;
        this.recorded = recorded;
    }

    /** The negotiation. */
    public NegotiationId negotiationId() {
        return negotiationId;
    }

    /** What came of the step when it was committed. */
    public RecordedStep recorded() {
        return recorded;
    }
}
