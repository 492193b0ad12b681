package dev.parley.cli.secrets;

import static dev.parley.domain.negotiation.NegotiationEvent.ACCEPT;
import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;

import dev.parley.application.AgreedTerms;
import dev.parley.application.Campaigns;
import dev.parley.application.Negotiations;
import dev.parley.application.Step;
import dev.parley.application.delivery.Deliveries;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationCopy;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.Restoration;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import java.time.InstantSource;
import java.util.List;

/** Everything that a store refuses about a negotiation that is agreed, on thread t-1, and owes m-4. */
final class StoreRefusals {
    private static final NegotiationId JOHN = new NegotiationId("john");

    private final NegotiationStore store;
    private final Witness witness;
    private final InstantSource clock;
    private final Negotiations negotiations;
    private final Deliveries deliveries;

    StoreRefusals(NegotiationStore store, Witness witness, InstantSource clock) {
        this.store = store;
        this.witness = witness;
        this.clock = clock;
        this.negotiations = new Negotiations(store, clock);
        this.deliveries = new Deliveries(store, clock);
    }

    void run(Stored<Negotiation> opened) {
        steps(opened);
        openings();
        messages();
        restoring();
        otherAgreement();
    }

    private void steps(Stored<Negotiation> opened) {
        Stored<Negotiation> agreed = negotiations.find(StoreLife.JANE).orElseThrow();
        witness.fail(() -> negotiations.advance(Step.on(agreed, PAUSE).because(Secret.sentence())));
        witness.fail(() -> negotiations.advance(Step.on(opened, PAUSE).because(Secret.sentence())));
        witness.fail(() -> negotiations.advance(
                Step.on(agreed).put("text", Secret.sentence()).named(new IdempotencyKey("offer"))));
        RecordedStep recorded =
                store.findStep(StoreLife.JANE, new IdempotencyKey("offer")).orElseThrow();
        NegotiationChange change = NegotiationChange.changed(
                agreed.map(Negotiation::snapshot), agreed.value().snapshot());
        witness.fail(() -> store.commit(Commit.of(witness.show(change)).named(recorded.step())));
        witness.fail(() -> negotiations.advance(Step.on(agreed)
                .handles(new MessageId("brief"), Fixtures.OPENED_AT, Secret.content())
                .named(new IdempotencyKey("another"))));
        witness.fail(() -> negotiations.advance(Step.on(agreed).owes(new MessageId("m-1"), Secret.content())));
        witness.fail(() -> negotiations.bind(StoreLife.JANE, new ThreadId("t-9")));
    }

    private void openings() {
        witness.fail(() -> negotiations.open(StoreLife.JANE, Fixtures.CAMPAIGN, Secret.content()));
        witness.fail(() -> negotiations.open(JOHN, new CampaignId("winter"), Secret.content()));
        witness.fail(() -> negotiations.open(JOHN, Fixtures.CAMPAIGN, new ThreadId("t-1"), Secret.content()));
        witness.fail(() -> negotiations.pause(JOHN, Secret.sentence()));
        witness.fail(() -> new Campaigns(store).register(StoreLife.campaign().campaign(), 4));
    }

    private void messages() {
        OwedMessage sent = deliveries.find(new MessageId("m-1")).orElseThrow();
        OwedMessage pending = deliveries.find(new MessageId("m-4")).orElseThrow();
        witness.fail(() -> deliveries.retry(sent.id()));
        witness.fail(() -> deliveries.retry(new MessageId("m-99")));
        OwedMessage claimed = pending.claimed(clock.instant(), clock.instant().plusSeconds(1));
        witness.fail(() -> store.commit(Commit.of(DeliveryChange.of(claimed, claimed))));
        witness.fail(() -> store.release(99));
    }

    private void restoring() {
        CopyableStore copyable = (CopyableStore) store;
        NegotiationCopy copy = witness.show(copyable.copyOf(StoreLife.JANE).orElseThrow());
        NegotiationCopy other = new NegotiationCopy(copy.stored(), List.of(), List.of(), copy.agreementMissing());
        witness.fail(() -> copyable.restore(witness.show(Restoration.of(List.of(other)))));
    }

    private void otherAgreement() {
        negotiations.delete(negotiations.find(StoreLife.JANE).orElseThrow());
        Stored<Negotiation> again = negotiations.open(StoreLife.JANE, Fixtures.CAMPAIGN, Secret.content());
        witness.fail(() -> negotiations.advance(Step.on(again, SEND_OFFER, RECEIVE_REPLY, ACCEPT)
                .because(Secret.sentence())
                .agreeing(AgreedTerms.at(Fixtures.cpm("20.01")))));
    }
}
