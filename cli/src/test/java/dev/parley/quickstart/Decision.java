package dev.parley.quickstart;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.CpmFlexibility;
import dev.parley.domain.negotiation.Negotiation;
import java.math.BigDecimal;

/** What a model, or a human, makes of a reply: a price, and the email that names it. */
record Decision(BigDecimal cpm, Attributes email) {
    /** Decides; slow in an orchestrator, and outside of any transaction. */
    interface Maker {
        Decision decide(Negotiation negotiation, CpmFlexibility limits, Attributes reply);
    }
}
