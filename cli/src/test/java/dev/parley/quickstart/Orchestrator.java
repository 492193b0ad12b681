package dev.parley.quickstart;

import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_COUNTER;

import dev.parley.application.Campaigns;
import dev.parley.application.Negotiations;
import dev.parley.application.Step;
import dev.parley.application.delivery.DispatchOptions;
import dev.parley.application.delivery.MessageDispatcher;
import dev.parley.application.delivery.MessageSender;
import dev.parley.application.delivery.UnconfirmedPolicy;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.CpmFlexibility;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

// tag::orchestrator[]
final class Orchestrator {
    private final Negotiations negotiations;
    private final Campaigns campaigns;
    private final Decision.Maker model;
    private final MessageDispatcher outbox;

    Orchestrator(NegotiationStore store, InstantSource clock, Decision.Maker model, MessageSender mailer) {
        this.negotiations = new Negotiations(store, clock);
        this.campaigns = new Campaigns(store);
        this.model = model;
        this.outbox = new MessageDispatcher(
                store, mailer, UnconfirmedPolicy.leaveToHuman(), clock, new Random(), DispatchOptions.defaults());
    }

    void onReply(ThreadId thread, MessageId id, Instant receivedAt, Attributes email) {
        Stored<Negotiation> current = negotiations.findByThread(thread).orElseThrow();
        if (negotiations
                .findStep(current.value().id(), new IdempotencyKey(id.value()))
                .isPresent()) {
            return; // the same email again: it was answered
        }
        CpmFlexibility limits = campaigns.flexibility(current.value().campaignId(), null);

        Decision decision = model.decide(current.value(), limits, email); // takes as long as it takes

        negotiations.advance(Step.on(current, RECEIVE_REPLY, SEND_COUNTER) // durable as a whole, or it throws
                .put("next_cpm", decision.cpm())
                .because(limits.reason())
                .handles(id, receivedAt, email)
                .owes(new MessageId("answer-to-" + id), decision.email())
                .replyDue(receivedAt.plus(Duration.ofDays(5))));
        send();
    }

    void send() {
        outbox.dispatch(); // what is owed and not sent; a scheduler calls this, too
    }
}
// end::orchestrator[]
