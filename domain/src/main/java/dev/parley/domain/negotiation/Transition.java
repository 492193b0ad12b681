package dev.parley.domain.negotiation;

/**
 * One arrow between two states. Being a {@code Transition} does not make it legal: {@link TransitionTable} decides.
 *
 * @param from the state before
 * @param event what happened
 * @param to the state after
 */
public record Transition(NegotiationState from, NegotiationEvent event, NegotiationState to) {
    @Override
    public String toString() {
        return from + " -" + event + "-> " + to;
    }
}
