package dev.parley.domain.port;

import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import java.time.Instant;

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

    /**
     * Those whose time for a reply is over and which are not paused. The cost grows with the number of those that wait
     * with a deadline.
     */
    static NegotiationFilter overdue(Instant now) {
        return new Overdue(now);
    }

    /** Whether a negotiation passes. */
    boolean accepts(NegotiationSnapshot negotiation);

    /** See {@link #all}. */
    record All() implements NegotiationFilter {
        @Override
        public boolean accepts(NegotiationSnapshot negotiation) {
            return true;
        }
    }

    /** See {@link #active}. */
    record Active() implements NegotiationFilter {
        @Override
        public boolean accepts(NegotiationSnapshot negotiation) {
            return !negotiation.state().isTerminal();
        }
    }

    /**
     * See {@link #in}.
     *
     * @param state the state
     */
    record InState(NegotiationState state) implements NegotiationFilter {
        @Override
        public boolean accepts(NegotiationSnapshot negotiation) {
            return negotiation.state() == state;
        }
    }

    /**
     * See {@link #overdue}.
     *
     * @param now the time
     */
    record Overdue(Instant now) implements NegotiationFilter {
        @Override
        public boolean accepts(NegotiationSnapshot negotiation) {
            return negotiation.expiresAt().filter(due -> !due.isAfter(now)).isPresent();
        }
    }
}
