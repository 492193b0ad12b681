package dev.parley.benchmarks.peer.spring;

import dev.parley.benchmarks.peer.PeerMachine;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineEventResult;
import org.springframework.statemachine.StateMachineEventResult.ResultType;
import reactor.core.publisher.Mono;

/**
 * Spring Statemachine. Kind to it: the transition is noted by the caller, not by a listener, and machines come from a
 * factory that was configured once.
 */
public final class SpringMachine implements PeerMachine {
    private final StateMachine<NegotiationState, NegotiationEvent> machine = Law.newMachine();
    private final List<Transition> history = new ArrayList<>();

    /** A machine at the initial offer. */
    public SpringMachine() {
        machine.startReactively().block();
    }

    @Override
    public NegotiationState fire(NegotiationEvent event) {
        NegotiationState from = machine.getState().getId();
        @Nullable
        StateMachineEventResult<NegotiationState, NegotiationEvent> result = machine.sendEvent(
                        Mono.just(MessageBuilder.withPayload(event).build()))
                .blockLast();
        if (result == null || result.getResultType() != ResultType.ACCEPTED) {
            throw new IllegalStateException(event + " is not legal in " + from);
        }
        NegotiationState to = machine.getState().getId();
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

    /** Goes back to the initial offer, with nothing remembered. */
    void reset() {
        machine.stopReactively().block();
        machine.getStateMachineAccessor()
                .doWithAllRegions(
                        region -> region.resetStateMachineReactively(null).block());
        machine.startReactively().block();
        history.clear();
    }

    Map<Object, Object> variables() {
        return machine.getExtendedState().getVariables();
    }

    StateMachine<NegotiationState, NegotiationEvent> machine() {
        return machine;
    }
}
