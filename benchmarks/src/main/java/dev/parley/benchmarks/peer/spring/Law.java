package dev.parley.benchmarks.peer.spring;

import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.Transition;
import dev.parley.domain.negotiation.TransitionTable;
import java.util.EnumSet;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.StateMachineFactory;
import org.springframework.statemachine.config.configurers.ExternalTransitionConfigurer;

/** Parley's table for Spring: PAUSE keeps the state it left as a variable, each RESUME has a guard that asks for it. */
final class Law {
    private static final String BEFORE_PAUSE = "before_pause";

    private static final StateMachineFactory<NegotiationState, NegotiationEvent> FACTORY = factory();

    private Law() {}

    /** A machine that was not started yet. */
    static StateMachine<NegotiationState, NegotiationEvent> newMachine() {
        return FACTORY.getStateMachine();
    }

    private static StateMachineFactory<NegotiationState, NegotiationEvent> factory() {
        try {
            StateMachineBuilder.Builder<NegotiationState, NegotiationEvent> builder = StateMachineBuilder.builder();
            builder.configureConfiguration().withConfiguration().autoStartup(false);
            builder.configureStates()
                    .withStates()
                    .initial(NegotiationState.INITIAL_OFFER)
                    .states(EnumSet.allOf(NegotiationState.class));
            for (Transition transition : TransitionTable.transitions()) {
                add(builder, transition);
            }
            return builder.createFactory();
        } catch (Exception e) {
            throw new IllegalStateException("the table is none for Spring", e);
        }
    }

    private static void add(
            StateMachineBuilder.Builder<NegotiationState, NegotiationEvent> builder, Transition transition)
            throws Exception {
        ExternalTransitionConfigurer<NegotiationState, NegotiationEvent> arrow = builder.configureTransitions()
                .withExternal()
                .source(transition.from())
                .target(transition.to())
                .event(transition.event());
        switch (transition.event()) {
            case PAUSE ->
                arrow.action(step -> step.getExtendedState().getVariables().put(BEFORE_PAUSE, transition.from()));
            case RESUME ->
                arrow.guard(step -> transition.to()
                                == step.getExtendedState().getVariables().get(BEFORE_PAUSE))
                        .action(step -> step.getExtendedState().getVariables().remove(BEFORE_PAUSE));
            default -> {}
        }
    }
}
