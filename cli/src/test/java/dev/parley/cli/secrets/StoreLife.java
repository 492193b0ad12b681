package dev.parley.cli.secrets;

import static dev.parley.domain.negotiation.NegotiationEvent.ACCEPT;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;

import dev.parley.application.AgreedTerms;
import dev.parley.application.Campaigns;
import dev.parley.application.Negotiations;
import dev.parley.application.Step;
import dev.parley.application.delivery.Deliveries;
import dev.parley.application.delivery.DispatchOptions;
import dev.parley.application.delivery.MessageDispatcher;
import dev.parley.application.delivery.SendResult;
import dev.parley.application.delivery.UnconfirmedPolicy;
import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.Influencer;
import dev.parley.domain.campaign.Platform;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationStep;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A life of a negotiation through the library, all that it is told being secret. */
final class StoreLife {
    static final NegotiationId JANE = new NegotiationId("jane");

    private final NegotiationStore store;
    private final Witness witness;
    private final SettableClock clock = new SettableClock();
    private final Negotiations negotiations;

    StoreLife(NegotiationStore store, Witness witness) {
        this.store = store;
        this.witness = witness;
        this.negotiations = new Negotiations(store, clock);
    }

    void run() {
        witness.show(new Campaigns(store).register(campaign().campaign(), 3));
        Stored<Negotiation> opened =
                witness.show(negotiations.open(JANE, Fixtures.CAMPAIGN, new ThreadId("t-1"), Secret.content()));
        Step offer = witness.show(Step.on(opened, SEND_OFFER)
                .because(Secret.sentence())
                .changing(Set.of("list"), Secret.content())
                .handles(new MessageId("brief"), Fixtures.OPENED_AT, Secret.content())
                .owes(new MessageId("m-1"), Secret.content())
                .owes(new MessageId("m-2"), Secret.content())
                .owes(new MessageId("m-3"), Secret.content())
                .owes(new MessageId("m-4"), Secret.content())
                .replyDue(Fixtures.OPENED_AT.plusSeconds(60))
                .named(new IdempotencyKey("offer")));
        witness.show(negotiations.advance(offer));
        witness.show(negotiations.advance(offer));
        witness.show(commitOf(opened));
        dispatch();
        clock.advance(Duration.ofHours(1));
        witness.show(negotiations.expireOverdue(clock.instant(), witness::show));
        witness.show(negotiations.recover(witness::show));
        witness.show(negotiations.list(NegotiationFilter.all(), PageRequest.first(10)));
        witness.show(store.owed(DeliveryFilter.all(), PageRequest.first(10)));
        witness.show(store.handledBy(JANE));
        Stored<Negotiation> expired = negotiations.find(JANE).orElseThrow();
        witness.show(negotiations.advance(Step.on(expired, RECEIVE_REPLY, ACCEPT)
                .because(Secret.sentence())
                .agreeing(AgreedTerms.at(Fixtures.cpm("20.00")))));
        new StoreRefusals(store, witness, clock).run(opened);
    }

    static CampaignSnapshot campaign() {
        Campaign plain = Fixtures.campaign(Fixtures.CAMPAIGN).campaign();
        return CampaignSnapshot.fresh(
                new Campaign(
                        plain.id(),
                        plain.clientName(),
                        plain.budget(),
                        plain.targetDeliverables(),
                        List.of(new Influencer("Ada", Platform.INSTAGRAM, null, Secret.content())),
                        plain.cpmRange(),
                        plain.platform(),
                        plain.timeline(),
                        plain.createdAt(),
                        Secret.content()),
                3);
    }

    private Commit commitOf(Stored<Negotiation> opened) {
        NegotiationStep step = witness.show(new NegotiationStep(
                List.of(SEND_OFFER), Secret.sentence(), Set.of(), Secret.content(), Fixtures.OPENED_AT));
        Negotiation after = opened.value().after(step, Fixtures.OPENED_AT);
        return Commit.of(
                        List.of(campaign()),
                        List.of(NegotiationChange.changed(opened.map(Negotiation::snapshot), after.snapshot())))
                .withMessages(List.of(Fixtures.inbound("r-1", JANE)), List.of(Fixtures.outbound("m-9", JANE)));
    }

    /** Every result that a sender can give, one after the other. */
    private void dispatch() {
        Deliveries deliveries = new Deliveries(store, clock);
        OwedMessage claimed =
                witness.show(deliveries.claim(Duration.ofMinutes(1))).orElseThrow();
        witness.show(DeliveryChange.of(claimed, claimed.failed(clock.instant(), Secret.sentence())));
        witness.show(deliveries.deferred(claimed, clock.instant(), Secret.sentence()));
        witness.show(deliveries.failed(claimed, Secret.sentence()));
        List<SendResult> results = List.of(
                SendResult.sent(Receipt.plain()),
                SendResult.sent(new Receipt(new MessageId("p-2"), new ThreadId("t-2"))),
                SendResult.rejected(Secret.sentence()));
        int[] sent = {0};
        MessageDispatcher dispatcher = new MessageDispatcher(
                store,
                message -> witness.show(results.get(sent[0]++)),
                UnconfirmedPolicy.leaveToHuman(),
                clock,
                new Random(1),
                DispatchOptions.defaults());
        witness.show(dispatcher.dispatch());
        witness.show(deliveries.retry(new MessageId("m-3")));
        witness.show(new MessageDispatcher(
                        store,
                        message -> {
                            throw new IllegalStateException(Secret.sentence());
                        },
                        UnconfirmedPolicy.leaveToHuman(),
                        clock,
                        new Random(1),
                        DispatchOptions.defaults())
                .dispatch());
        witness.show(SendResult.unknown(Secret.sentence()));
        witness.show(deliveries.giveUp(new MessageId("m-3")));
    }
}
