package dev.parley.domain.port;

import dev.parley.domain.negotiation.NegotiationState;

/** Which negotiations a page shall hold. */
public sealed interface NegotiationFilter {
    /** All of them, ended ones included. */
    static NegotiationFilter all() {
        return new All();
    }

    /** Those that are not terminal. The cost grows with their number alone, however many have ended. */
    static NegotiationFilter active() {
        return new Active();
    }

    /** Those in one state. */
    static NegotiationFilter in(NegotiationState state) {
        return new InState(state);
    }

    /** Whether a negotiation in some state passes. */
    boolean accepts(NegotiationState state);

    /** See {@link #all}. */
    record All() implements NegotiationFilter {
        @Override
        public boolean accepts(NegotiationState state) {
            return true;
        }
    }

    /** See {@link #active}. */
    record Active() implements NegotiationFilter {
        @Override
        public boolean accepts(NegotiationState state) {
            return !state.isTerminal();
        }
    }

    /**
     * See {@link #in}.
     *
     * @param state the state
     */
    record InState(NegotiationState state) implements NegotiationFilter {
        @Override
        public boolean accepts(NegotiationState candidate) {
            return candidate == state;
        }
    }
}
