package dev.parley.quickstart;

import dev.parley.domain.campaign.CpmFlexibility;
import dev.parley.domain.negotiation.Negotiation;
import java.math.BigDecimal;

/** What a model, or a human, makes of a reply. */
record Decision(BigDecimal cpm, String text) {
    /** Decides; slow in an orchestrator, and outside of any transaction. */
    interface Maker {
        Decision decide(Negotiation negotiation, CpmFlexibility limits, String reply);
    }
}
