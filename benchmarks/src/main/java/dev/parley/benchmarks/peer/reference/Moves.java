package dev.parley.benchmarks.peer.reference;

import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.Transition;
import dev.parley.domain.negotiation.TransitionTable;
import java.util.EnumMap;
import java.util.Map;

/** Which event leads where, for peers that bring no machine of their own; without pauses. */
final class Moves {
    private static final Map<NegotiationState, Map<NegotiationEvent, NegotiationState>> TARGETS =
            new EnumMap<>(NegotiationState.class);

    static {
        for (Transition transition : TransitionTable.transitions()) {
            TARGETS.computeIfAbsent(transition.from(), state -> new EnumMap<>(NegotiationEvent.class))
                    .put(transition.event(), transition.to());
        }
    }

    private Moves() {}

    static NegotiationState target(NegotiationState from, NegotiationEvent event) {
        NegotiationState target = TARGETS.getOrDefault(from, Map.of()).get(event);
        if (target == null) {
            throw new IllegalStateException(event + " is not legal in " + from);
        }
        return target;
    }
}
