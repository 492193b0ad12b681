package dev.parley.benchmarks.peer;

import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.Transition;
import java.util.List;

/**
 * A state machine of another library with every transition of Parley's table. It changes in place, as they all do; not
 * thread-safe.
 */
public interface PeerMachine {
    /**
     * Takes an event and notes the transition in the history.
     *
     * @return where the machine stands after it
     * @throws IllegalStateException if the event is not legal here; the machine stays as it is
     */
    NegotiationState fire(NegotiationEvent event);

    /** The transitions since the machine was made or the history last cleared, oldest first. */
    List<Transition> history();

    /**
     * Empties the history; the machine stays where it is. A machine that changes in place is dear to make, so a
     * measurement goes round in the table instead of beginning again.
     */
    void clearHistory();
}
