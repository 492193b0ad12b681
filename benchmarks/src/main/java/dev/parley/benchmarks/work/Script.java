package dev.parley.benchmarks.work;

import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What happens to every negotiation: an offer, then replies and counter offers in turn. */
public final class Script {
    /** How many steps a negotiation takes before its thread opens the next one. */
    public static final int STEPS = 20;

    private static final List<String> NOTES = IntStream.range(0, STEPS)
            .mapToObj(step -> String.format(Locale.ROOT, "step %02d: the creator asked about usage rights", step))
            .toList();

    private Script() {}

    /**
     * What happens in a step.
     *
     * @param step from 0, without end
     */
    public static NegotiationEvent event(int step) {
        if (step == 0) {
            return NegotiationEvent.SEND_OFFER;
        }
        return step % 2 == 1 ? NegotiationEvent.RECEIVE_REPLY : NegotiationEvent.SEND_COUNTER;
    }

    /** The first events, in order. */
    public static List<NegotiationEvent> events(int steps) {
        return IntStream.range(0, steps).mapToObj(Script::event).toList();
    }

    /** Where a negotiation stands after some steps. */
    public static NegotiationState stateAfter(int steps) {
        if (steps < 2) {
            return steps == 0 ? NegotiationState.INITIAL_OFFER : NegotiationState.AWAITING_REPLY;
        }
        return steps % 2 == 0 ? NegotiationState.COUNTER_RECEIVED : NegotiationState.COUNTER_SENT;
    }

    /**
     * What a step writes into the context.
     *
     * @param step from 0, without end
     */
    public static String note(int step) {
        return NOTES.get(step % STEPS);
    }
}
