package dev.parley.quickstart;

import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_COUNTER;

import dev.parley.application.Campaigns;
import dev.parley.application.Negotiations;
import dev.parley.application.Step;
import dev.parley.domain.campaign.CpmFlexibility;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import java.time.InstantSource;

// tag::orchestrator[]
final class Orchestrator {
    private final Negotiations negotiations;
    private final Campaigns campaigns;
    private final Decision.Maker model;
    private final Mailer mailer;

    Orchestrator(NegotiationStore store, Decision.Maker model, Mailer mailer) {
        this.negotiations = new Negotiations(store, InstantSource.system());
        this.campaigns = new Campaigns(store);
        this.model = model;
        this.mailer = mailer;
    }

    void onReply(ThreadId thread, String reply) {
        Stored<Negotiation> current = negotiations.findByThread(thread).orElseThrow();
        CpmFlexibility limits = campaigns.flexibility(current.value().campaignId(), null);

        Decision decision = model.decide(current.value(), limits, reply); // takes as long as it takes

        negotiations.advance(Step.on(current, RECEIVE_REPLY, SEND_COUNTER) // durable, or it throws
                .put("next_cpm", decision.cpm())
                .because(limits.reason()));
        mailer.send(thread, decision.text()); // so nothing is sent that is not recorded
    }
}
// end::orchestrator[]
