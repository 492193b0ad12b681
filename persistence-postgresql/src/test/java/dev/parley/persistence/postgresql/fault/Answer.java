package dev.parley.persistence.postgresql.fault;

import dev.parley.domain.negotiation.NegotiationEvent;

/** What an influencer says to an offer, and what the orchestrator makes of it. */
enum Answer {
    HAGGLES(NegotiationEvent.SEND_COUNTER),
    ASKS_FOR_A_HUMAN(NegotiationEvent.ESCALATE),
    ACCEPTS(NegotiationEvent.ACCEPT),
    REFUSES(NegotiationEvent.REJECT);

    private final NegotiationEvent event;

    Answer(NegotiationEvent event) {
        this.event = event;
    }

    NegotiationEvent event() {
        return event;
    }
}
