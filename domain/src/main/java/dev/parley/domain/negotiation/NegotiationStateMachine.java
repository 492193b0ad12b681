package dev.parley.domain.negotiation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a negotiation and how it came there, as an immutable value: an event gives the next machine or is
 * refused, and a machine that could not be saved is simply forgotten. Thread-safe.
 *
 * <p>Each machine knows the one before it, so that a step costs the same however long the history is.
 */
public final class NegotiationStateMachine {
    private static final NegotiationStateMachine START =
            new NegotiationStateMachine(NegotiationState.INITIAL_OFFER, null, null, null, 0);

    private final NegotiationState state;
    private final @Nullable NegotiationState prePauseState;
    private final @Nullable NegotiationStateMachine previous;
    private final @Nullable Transition arrival;
    private final int length;

    private NegotiationStateMachine(
            NegotiationState state,
            @Nullable NegotiationState prePauseState,
            @Nullable NegotiationStateMachine previous,
            @Nullable Transition arrival,
            int length) {
        this.state = state;
        this.prePauseState = prePauseState;
        this.previous = previous;
        this.arrival = arrival;
        this.length = length;
    }

    /** A machine at {@link NegotiationState#INITIAL_OFFER}, with no history. */
    public static NegotiationStateMachine start() {
        return START;
    }

    /**
     * Rebuilds a machine from what was stored. No event is fired again; the history is checked to be a contiguous,
     * legal chain from {@link NegotiationState#INITIAL_OFFER} that ends in the state.
     *
     * @param state where the machine stood
     * @param history how it came there, oldest first; empty only at {@link NegotiationState#INITIAL_OFFER}
     * @throws InvalidHistoryException if the history is broken; it says where and how
     */
    public static NegotiationStateMachine fromSnapshot(NegotiationState state, List<Transition> history) {
        NegotiationStateMachine machine = START;
        for (Transition transition : history) {
            machine = machine.link(transition);
        }
        machine.requireIn(state);
        return machine;
    }

    void requireIn(NegotiationState stored) {
        if (state != stored) {
            throw new InvalidHistoryException(
                    "ends in " + state + " after " + length + " transitions, but the state is " + stored);
        }
    }

    /**
     * The machine after an event.
     *
     * @throws IllegalTransitionException if the event is not legal in this state; this machine stays as it is
     */
    public NegotiationStateMachine trigger(NegotiationEvent event) {
        return after(transition(event));
    }

    Transition transition(NegotiationEvent event) {
        Transition transition = TransitionTable.find(state, event, prePauseState);
        if (transition == null) {
            throw new IllegalTransitionException(null, state, event);
        }
        return transition;
    }

    /** The machine after a transition that was recorded; refuses one that cannot have happened here. */
    NegotiationStateMachine link(Transition transition) {
        if (transition.from() != state) {
            throw broken(transition, "does not continue from " + state);
        }
        if (!transition.equals(TransitionTable.find(state, transition.event(), prePauseState))) {
            throw broken(
                    transition,
                    "is not legal"
                            + (prePauseState == null ? "" : "; the state before the pause was " + prePauseState));
        }
        return after(transition);
    }

    private InvalidHistoryException broken(Transition transition, String problem) {
        return new InvalidHistoryException("transition " + (length + 1) + " (" + transition + ") " + problem);
    }

    /** The machine after a transition that is legal here. */
    NegotiationStateMachine after(Transition transition) {
        NegotiationState held = switch (transition.event()) {
            case PAUSE -> transition.from();
            case RESUME -> null;
            default -> prePauseState;
        };
        return new NegotiationStateMachine(transition.to(), held, this, transition, length + 1);
    }

    /** How many transitions led here. */
    int length() {
        return length;
    }

    /** Where the machine stands. */
    public NegotiationState state() {
        return state;
    }

    /** Whether no event leads on from here. */
    public boolean isTerminal() {
        return state.isTerminal();
    }

    /** The events that are legal now, in the order of their declaration. */
    public Set<NegotiationEvent> validEvents() {
        return TransitionTable.validEvents(state);
    }

    /** Whether a reply is waited for: TIMEOUT is legal now, or will be again once RESUME ends the pause. */
    public boolean awaitsReply() {
        NegotiationState waiting = state == NegotiationState.PAUSED && prePauseState != null ? prePauseState : state;
        return TransitionTable.validEvents(waiting).contains(NegotiationEvent.TIMEOUT);
    }

    /**
     * The state that the latest PAUSE left, if no RESUME came after it. It is still known when the negotiation was
     * stopped while paused.
     */
    public Optional<NegotiationState> prePauseState() {
        return Optional.ofNullable(prePauseState);
    }

    /** How the machine came here, oldest first; unmodifiable. Costs time in proportion to its length. */
    public List<Transition> history() {
        Transition[] transitions = new Transition[length];
        NegotiationStateMachine machine = this;
        while (machine.arrival != null && machine.previous != null) {
            transitions[machine.length - 1] = machine.arrival;
            machine = machine.previous;
        }
        return List.copyOf(Arrays.asList(transitions));
    }

    /** Equal if the states and the histories are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NegotiationStateMachine machine
                && state == machine.state
                && length == machine.length
                && history().equals(machine.history());
    }

    @Override
    public int hashCode() {
        return 31 * state.hashCode() + history().hashCode();
    }

    @Override
    public String toString() {
        return "NegotiationStateMachine[" + state + " after " + length + " transitions]";
    }
}
