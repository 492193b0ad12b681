package dev.parley.domain.port;

import dev.parley.domain.identity.NegotiationId;

/** Another step was committed under this key. Nothing was written; {@link #recorded} is what came of the other. */
public final class StepConflictException extends CommitRefusedException {
    private static final long serialVersionUID = 1L;

    private final transient NegotiationId negotiationId;
    private final transient RecordedStep recorded;

    /** Names what was refused. */
    public StepConflictException(NegotiationId negotiationId, RecordedStep recorded) {
        super("negotiation " + negotiationId + " has committed step "
                + recorded.step().key() + " with other content, as its revision " + recorded.revision()
                + "; abide by what was decided then, or decide anew under another key");
        this.negotiationId = negotiationId;
        this.recorded = recorded;
    }

    /** The negotiation. */
    public NegotiationId negotiationId() {
        return negotiationId;
    }

    /** What came of the step that was committed under the key. */
    public RecordedStep recorded() {
        return recorded;
    }
}
