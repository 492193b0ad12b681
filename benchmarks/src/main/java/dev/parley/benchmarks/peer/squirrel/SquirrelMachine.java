package dev.parley.benchmarks.peer.squirrel;

import dev.parley.benchmarks.peer.PeerMachine;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.Transition;
import dev.parley.domain.negotiation.TransitionTable;
import java.util.List;
import org.squirrelframework.foundation.fsm.AnonymousCondition;
import org.squirrelframework.foundation.fsm.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;

/**
 * squirrel-foundation: each RESUME has a condition on the past, which is the machine's context. Kind to it: the past is
 * noted in the machine's own callback, without a listener or an action.
 */
public final class SquirrelMachine implements PeerMachine {
    private final Fsm fsm;
    private final Past past = new Past();

    public SquirrelMachine() {
        StateMachineBuilder<Fsm, NegotiationState, NegotiationEvent, Past> builder = StateMachineBuilderFactory.create(
                Fsm.class, NegotiationState.class, NegotiationEvent.class, Past.class);
        for (Transition transition : TransitionTable.transitions()) {
            var on = builder.externalTransition()
                    .from(transition.from())
                    .to(transition.to())
                    .on(transition.event());
            if (transition.event() == NegotiationEvent.RESUME) {
                on.when(new PausedAt(transition.to()));
            }
        }
        fsm = builder.newStateMachine(NegotiationState.INITIAL_OFFER);
        fsm.start(past);
    }

    @Override
    public NegotiationState fire(NegotiationEvent event) {
        past.declined = false;
        fsm.fire(event, past);
        if (past.declined) {
            throw new IllegalStateException(event + " is not legal in " + fsm.getCurrentState());
        }
        return fsm.getCurrentState();
    }

    @Override
    public List<Transition> history() {
        return List.copyOf(past.history);
    }

    @Override
    public void clearHistory() {
        past.history.clear();
    }

    private static final class PausedAt extends AnonymousCondition<Past> {
        private final NegotiationState state;

        PausedAt(NegotiationState state) {
            this.state = state;
        }

        @Override
        public boolean isSatisfied(Past past) {
            return past.beforePause == state;
        }
    }
}
