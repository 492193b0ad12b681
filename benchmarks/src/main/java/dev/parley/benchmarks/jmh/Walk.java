package dev.parley.benchmarks.jmh;

import static dev.parley.domain.negotiation.NegotiationEvent.ESCALATE;
import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.RESUME;
import static dev.parley.domain.negotiation.NegotiationEvent.RESUME_COUNTER;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_COUNTER;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationEvent.TIMEOUT;

import dev.parley.domain.negotiation.NegotiationEvent;
import java.util.List;

/** A way through the table that can be gone again and again. */
public final class Walk {
    /** Leads from the initial offer to a counter offer sent. */
    public static final List<NegotiationEvent> OPENING = List.of(SEND_OFFER, RECEIVE_REPLY, SEND_COUNTER);

    /** Leads from a counter offer sent back to one, with pauses in three states. */
    public static final List<NegotiationEvent> ROUND = List.of(
            PAUSE,
            RESUME,
            RECEIVE_REPLY,
            SEND_COUNTER,
            RECEIVE_REPLY,
            ESCALATE,
            PAUSE,
            RESUME,
            RESUME_COUNTER,
            TIMEOUT,
            PAUSE,
            RESUME,
            RECEIVE_REPLY,
            SEND_COUNTER,
            TIMEOUT,
            RECEIVE_REPLY,
            SEND_COUNTER,
            TIMEOUT,
            RECEIVE_REPLY,
            SEND_COUNTER);

    private Walk() {}
}
