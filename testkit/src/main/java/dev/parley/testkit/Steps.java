package dev.parley.testkit;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.NegotiationStateMachine;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What may happen to a stored negotiation next, each a minute after what happened last. Thread-safe. */
public final class Steps {
    private static final Map<NegotiationState, List<NegotiationEvent>> SHORTEST_WAYS = shortestWays();

    private Steps() {}

    /**
     * Some events, one after the other.
     *
     * @throws dev.parley.domain.negotiation.IllegalTransitionException if one of them is not legal
     */
    public static NegotiationChange events(Stored<NegotiationSnapshot> before, NegotiationEvent... events) {
        return change(before, (negotiation, now) -> negotiation.on(List.of(events), now, "it was decided so"));
    }

    /** The events that lead to a state on the shortest way, for a negotiation that was just opened. */
    public static NegotiationChange to(NegotiationState state, Stored<NegotiationSnapshot> before) {
        return events(before, shortestWay(state).toArray(NegotiationEvent[]::new));
    }

    /** One top-level key of the context set, no event. */
    public static NegotiationChange context(Stored<NegotiationSnapshot> before, String key, Object value) {
        Attributes put = Attributes.empty().with(key, value);
        return change(before, (negotiation, now) -> negotiation.withContext(List.of(), put, now));
    }

    /**
     * A thread bound, no event.
     *
     * @throws dev.parley.domain.negotiation.ThreadAlreadyBoundException if the negotiation is on another
     */
    public static NegotiationChange bound(Stored<NegotiationSnapshot> before, String thread) {
        return change(before, (negotiation, now) -> negotiation.bind(new ThreadId(thread), now));
    }

    /**
     * Another deadline for the reply, or none, no event.
     *
     * @throws dev.parley.domain.value.InvalidValueException if no reply is waited for
     */
    public static NegotiationChange replyDue(Stored<NegotiationSnapshot> before, @Nullable Instant replyDueAt) {
        return change(before, (negotiation, now) -> negotiation.withReplyDue(replyDueAt, now));
    }

    /** The fewest events that lead from {@link NegotiationState#INITIAL_OFFER} to a state. */
    public static List<NegotiationEvent> shortestWay(NegotiationState state) {
        return SHORTEST_WAYS.getOrDefault(state, List.of());
    }

    private static NegotiationChange change(
            Stored<NegotiationSnapshot> before, BiFunction<Negotiation, Instant, Negotiation> step) {
        Instant now = before.value().updatedAt().plusSeconds(60);
        Negotiation after = step.apply(Negotiation.restore(before.value()), now);
        return NegotiationChange.changed(before, after.snapshot());
    }

    private static Map<NegotiationState, List<NegotiationEvent>> shortestWays() {
        Map<NegotiationState, List<NegotiationEvent>> ways = new EnumMap<>(NegotiationState.class);
        Queue<NegotiationStateMachine> reached = new ArrayDeque<>(List.of(NegotiationStateMachine.start()));
        while (!reached.isEmpty()) {
            NegotiationStateMachine machine = reached.remove();
            List<NegotiationEvent> way = machine.history().stream()
                    .map(transition -> transition.event())
                    .toList();
            if (ways.putIfAbsent(machine.state(), way) == null) {
                machine.validEvents().stream().map(machine::trigger).forEach(reached::add);
            }
        }
        return ways;
    }
}
