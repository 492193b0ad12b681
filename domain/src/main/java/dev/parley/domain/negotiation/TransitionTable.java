package dev.parley.domain.negotiation;

import static dev.parley.domain.negotiation.NegotiationEvent.ACCEPT;
import static dev.parley.domain.negotiation.NegotiationEvent.ESCALATE;
import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.REJECT;
import static dev.parley.domain.negotiation.NegotiationEvent.RESUME;
import static dev.parley.domain.negotiation.NegotiationEvent.RESUME_COUNTER;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_COUNTER;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static dev.parley.domain.negotiation.NegotiationEvent.TIMEOUT;
import static dev.parley.domain.negotiation.NegotiationState.AGREED;
import static dev.parley.domain.negotiation.NegotiationState.AWAITING_REPLY;
import static dev.parley.domain.negotiation.NegotiationState.COUNTER_RECEIVED;
import static dev.parley.domain.negotiation.NegotiationState.COUNTER_SENT;
import static dev.parley.domain.negotiation.NegotiationState.ESCALATED;
import static dev.parley.domain.negotiation.NegotiationState.INITIAL_OFFER;
import static dev.parley.domain.negotiation.NegotiationState.PAUSED;
import static dev.parley.domain.negotiation.NegotiationState.REJECTED;
import static dev.parley.domain.negotiation.NegotiationState.STALE;
import static dev.parley.domain.negotiation.NegotiationState.STOPPED;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The law: which event leads from which state to which. A state is terminal if no event leads on from it.
 *
 * <p>RESUME alone depends on the past: it leads back to the state that PAUSE left, whichever of the pausable ones that
 * was.
 */
@SuppressWarnings("EnumOrdinal") // as places in arrays, which live no longer than the class
public final class TransitionTable {
    private static final List<Transition> STEPS = List.of(
            new Transition(INITIAL_OFFER, SEND_OFFER, AWAITING_REPLY),
            new Transition(AWAITING_REPLY, RECEIVE_REPLY, COUNTER_RECEIVED),
            new Transition(AWAITING_REPLY, TIMEOUT, STALE),
            new Transition(COUNTER_RECEIVED, SEND_COUNTER, COUNTER_SENT),
            new Transition(COUNTER_RECEIVED, ACCEPT, AGREED),
            new Transition(COUNTER_RECEIVED, REJECT, REJECTED),
            new Transition(COUNTER_RECEIVED, ESCALATE, ESCALATED),
            new Transition(COUNTER_SENT, RECEIVE_REPLY, COUNTER_RECEIVED),
            new Transition(COUNTER_SENT, TIMEOUT, STALE),
            new Transition(ESCALATED, RESUME_COUNTER, COUNTER_SENT),
            new Transition(ESCALATED, REJECT, REJECTED),
            new Transition(STALE, RECEIVE_REPLY, COUNTER_RECEIVED),
            new Transition(STALE, REJECT, REJECTED));

    private static final List<NegotiationState> PAUSABLE =
            List.of(INITIAL_OFFER, AWAITING_REPLY, COUNTER_RECEIVED, COUNTER_SENT, ESCALATED, STALE);

    private static final List<Transition> ALL = Stream.of(
                    STEPS.stream(),
                    PAUSABLE.stream().map(state -> new Transition(state, PAUSE, PAUSED)),
                    PAUSABLE.stream().map(state -> new Transition(PAUSED, RESUME, state)),
                    PAUSABLE.stream().map(state -> new Transition(state, STOP, STOPPED)),
                    Stream.of(new Transition(PAUSED, STOP, STOPPED)))
            .flatMap(transitions -> transitions)
            .toList();

    /** By the ordinals of state and event, all but RESUME; null where there is none. */
    private static final @Nullable Transition[][] BY_STATE_AND_EVENT =
            new Transition[NegotiationState.values().length][NegotiationEvent.values().length];

    /** The RESUME transitions by the ordinal of the state they lead back to; null where there is none. */
    private static final @Nullable Transition[] RESUME_TO = new Transition[NegotiationState.values().length];

    private static final Map<NegotiationState, Set<NegotiationEvent>> VALID_EVENTS =
            new EnumMap<>(NegotiationState.class);

    static {
        for (Transition transition : ALL) {
            if (transition.event() == RESUME) {
                RESUME_TO[transition.to().ordinal()] = transition;
            } else {
                BY_STATE_AND_EVENT[transition.from().ordinal()][
                        transition.event().ordinal()] = transition;
            }
        }
        for (NegotiationState state : NegotiationState.values()) {
            Set<NegotiationEvent> events = EnumSet.noneOf(NegotiationEvent.class);
            ALL.stream().filter(t -> t.from() == state).map(Transition::event).forEach(events::add);
            VALID_EVENTS.put(state, Collections.unmodifiableSet(events));
        }
    }

    private TransitionTable() {}

    /** Every legal transition, RESUME once for each state it may lead back to. */
    public static List<Transition> transitions() {
        return ALL;
    }

    /** The events that lead on from a state, in the order of their declaration. */
    public static Set<NegotiationEvent> validEvents(NegotiationState state) {
        return VALID_EVENTS.getOrDefault(state, Set.of());
    }

    /** Whether no event leads on from a state. */
    public static boolean isTerminal(NegotiationState state) {
        return validEvents(state).isEmpty();
    }

    /**
     * The transition that an event takes, or null if it is refused.
     *
     * @param prePauseState the state that RESUME would lead back to, or null where nothing is paused
     */
    static @Nullable Transition find(
            NegotiationState state, NegotiationEvent event, @Nullable NegotiationState prePauseState) {
        if (event == RESUME) {
            return state == PAUSED && prePauseState != null ? RESUME_TO[prePauseState.ordinal()] : null;
        }
        return BY_STATE_AND_EVENT[state.ordinal()][event.ordinal()];
    }
}
