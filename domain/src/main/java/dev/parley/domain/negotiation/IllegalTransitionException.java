package dev.parley.domain.negotiation;

import dev.parley.domain.identity.NegotiationId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event is not legal in the state the negotiation is in. Nothing was changed. */
public final class IllegalTransitionException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable NegotiationId negotiationId;
    private final NegotiationState state;
    private final NegotiationEvent event;

    IllegalTransitionException(@Nullable NegotiationId negotiationId, NegotiationState state, NegotiationEvent event) {
        super(message(negotiationId, state, event));
        this.negotiationId = negotiationId;
        this.state = state;
        this.event = event;
    }

    private static String message(
            @Nullable NegotiationId negotiationId, NegotiationState state, NegotiationEvent event) {
        String subject = negotiationId == null ? "" : "negotiation " + negotiationId + ": ";
        Set<NegotiationEvent> valid = TransitionTable.validEvents(state);
        String remedy = valid.isEmpty() ? "the state is terminal, no event is valid" : "valid events are " + valid;
        return subject + "event " + event + " is not legal in state " + state + "; " + remedy;
    }

    /** The negotiation, where the machine belongs to one. */
    public Optional<NegotiationId> negotiationId() {
        return Optional.ofNullable(negotiationId);
    }

    /** The state the negotiation is in. */
    public NegotiationState state() {
        return state;
    }

    /** The event that was refused. */
    public NegotiationEvent event() {
        return event;
    }

    /** The events that would have been legal. */
    public Set<NegotiationEvent> validEvents() {
        return TransitionTable.validEvents(state);
    }

    IllegalTransitionException of(NegotiationId id) {
        return new IllegalTransitionException(id, state, event);
    }
}
