package dev.parley.benchmarks.peer.squirrel;

import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.Transition;
import org.squirrelframework.foundation.fsm.impl.AbstractStateMachine;

/** The class that squirrel makes its machines of; public because it is made by reflection. */
public final class Fsm extends AbstractStateMachine<Fsm, NegotiationState, NegotiationEvent, Past> {
    @Override
    protected void afterTransitionCompleted(
            NegotiationState from, NegotiationState to, NegotiationEvent event, Past past) {
        past.history.add(new Transition(from, event, to));
        switch (event) {
            case PAUSE -> past.beforePause = from;
            case RESUME -> past.beforePause = null;
            default -> {}
        }
    }

    @Override
    protected void afterTransitionDeclined(NegotiationState from, NegotiationEvent event, Past past) {
        past.declined = true;
    }
}
