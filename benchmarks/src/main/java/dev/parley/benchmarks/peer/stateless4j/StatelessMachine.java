package dev.parley.benchmarks.peer.stateless4j;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import dev.parley.benchmarks.peer.PeerMachine;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.Transition;
import dev.parley.domain.negotiation.TransitionTable;
import java.util.ArrayList;
import java.util.List;

/**
 * stateless4j: RESUME chooses its target dynamically, from a field that PAUSE sets. Kind to it: the transition is noted
 * by the caller around {@code fire}, not by an action of each state.
 */
public final class StatelessMachine implements PeerMachine {
    private final StateMachine<NegotiationState, NegotiationEvent> machine;
    private final List<Transition> history = new ArrayList<>();
    private NegotiationState beforePause = NegotiationState.INITIAL_OFFER;

    public StatelessMachine() {
        StateMachineConfig<NegotiationState, NegotiationEvent> config = new StateMachineConfig<>();
        for (Transition transition : TransitionTable.transitions()) {
            switch (transition.event()) {
                case PAUSE ->
                    config.configure(transition.from())
                            .permit(transition.event(), transition.to(), () -> this.beforePause = transition.from());
                case RESUME -> {}
                default -> config.configure(transition.from()).permit(transition.event(), transition.to());
            }
        }
        config.configure(NegotiationState.PAUSED).permitDynamic(NegotiationEvent.RESUME, () -> this.beforePause);
        machine = new StateMachine<>(NegotiationState.INITIAL_OFFER, config);
    }

    @Override
    public NegotiationState fire(NegotiationEvent event) {
        NegotiationState from = machine.getState();
        machine.fire(event);
        NegotiationState to = machine.getState();
        history.add(new Transition(from, event, to));
        return to;
    }

    @Override
    public List<Transition> history() {
        return List.copyOf(history);
    }

    @Override
    public void clearHistory() {
        history.clear();
    }
}
