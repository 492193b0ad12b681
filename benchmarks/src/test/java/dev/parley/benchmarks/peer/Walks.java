package dev.parley.benchmarks.peer;

import dev.parley.benchmarks.contender.Contender;
import dev.parley.benchmarks.jmh.Walk;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationStateMachine;
import dev.parley.domain.negotiation.Transition;
import java.util.List;
import java.util.stream.Stream;

/** The walk that a contender under test takes. */
public final class Walks {
    public static final String CONTEXT = "{\"offer\":{\"$decimal\":\"25.50\"},\"note\":\"\"}";

    /** The context after the last step. */
    public static final String NOTED = "{\"offer\":{\"$decimal\":\"25.50\"},\"note\":\"note 23\"}";

    private static final List<NegotiationEvent> EVENTS =
            Stream.concat(Walk.OPENING.stream(), Walk.ROUND.stream()).toList();

    private Walks() {}

    /** Takes the walk. */
    public static void take(Contender.Hand hand) throws Exception {
        int step = 0;
        for (NegotiationEvent event : EVENTS) {
            hand.step(event, "note " + ++step);
        }
    }

    /** The same, each step from what is on the disk. */
    public static void takeLoading(Contender.Hand hand) throws Exception {
        int step = 0;
        for (NegotiationEvent event : EVENTS) {
            hand.loadAndStep(event, "note " + ++step);
        }
    }

    /** The codes of the states it leads through, the last one last. */
    public static List<String> states() {
        NegotiationStateMachine machine = NegotiationStateMachine.start();
        for (NegotiationEvent event : EVENTS) {
            machine = machine.trigger(event);
        }
        return machine.history().stream()
                .map(Transition::to)
                .map(state -> state.code())
                .toList();
    }
}
