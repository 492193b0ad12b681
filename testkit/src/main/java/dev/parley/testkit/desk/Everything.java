package dev.parley.testkit.desk;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.util.List;
import java.util.stream.Stream;

/**
 * A commit that a store would take, and that has something of every kind, so that a version of it with one spoilt part
 * shows whether the others leave a trace.
 */
public record Everything(NegotiationStore store, Commit commit) {
    /**
     * Registers a campaign, opens a negotiation on a thread, binds another since its message was sent, and brings a third
     * to its agreement, with a message heard and one owed.
     */
    public static Everything in(NegotiationStore store) {
        Desk desk = new Desk(store);
        Commit accepted = Agreed.step("25.50", desk.openAt(NegotiationState.COUNTER_RECEIVED, "accepted"));
        OwedMessage sending = new Dispatch(store).sending("bound", "sending");
        Stored<NegotiationSnapshot> bound = desk.read(sending.message().negotiationId());
        OwedMessage sent = sending.sent(Dispatch.at(1), new Receipt(null, new ThreadId("bound thread")));
        CampaignId campaign = new CampaignId("new campaign");
        NegotiationSnapshot opened =
                Fixtures.negotiation("opened", campaign, "new thread").snapshot();
        List<NegotiationChange> changes = List.of(
                NegotiationChange.opened(opened),
                Steps.bound(bound, "bound thread"),
                accepted.changes().get(0));
        Commit commit = Commit.of(List.of(Fixtures.campaign(campaign)), changes)
                .withAgreements(accepted.agreements())
                .withMessages(
                        List.of(Fixtures.inbound("in", bound.value().id())),
                        List.of(Fixtures.outbound("out", opened.id())))
                .withDeliveries(List.of(DeliveryChange.of(sending, sent)));
        return new Everything(store, commit);
    }

    /** The commit with one more change, as the last. */
    public Commit with(NegotiationChange change) {
        List<NegotiationChange> changes =
                Stream.concat(commit.changes().stream(), Stream.of(change)).toList();
        return Commit.of(commit.campaigns(), changes)
                .withAgreements(commit.agreements())
                .withMessages(commit.handled(), commit.owed())
                .withDeliveries(commit.deliveries());
    }

    /** The commit with one more delivery, as the last. */
    public Commit with(DeliveryChange delivery) {
        return commit.withDeliveries(
                Stream.concat(commit.deliveries().stream(), Stream.of(delivery)).toList());
    }

    /**
     * Fails unless the spoilt commit is refused, nothing of it can be read, and nothing of it is in the way of the
     * commit that is not spoilt: ids, threads, messages and keys are free.
     */
    public void mustLeaveNothing(Class<? extends Exception> refusal, Commit spoilt) {
        Picture before = Picture.of(store);
        assertThrows(refusal, () -> store.commit(spoilt), "a commit is refused for its last part, too");
        Exactly.equal(before, Picture.of(store), "a refused commit leaves nothing that can be read");
        store.commit(commit);
        mustBeIn(store, "a refused commit leaves nothing in the way of the next");
    }

    /** Fails unless everything that the commit says can be read in a store. */
    public void mustBeIn(NegotiationStore there, String promise) {
        Desk desk = new Desk(there);
        commit.changes().forEach(change -> desk.mustRead(Desk.after(change), promise));
        commit.campaigns().forEach(campaign -> Exactly.equal(campaign, desk.readCampaign(campaign.id()), promise));
        commit.agreements().forEach(agreement -> desk.mustHaveBooked(agreement, promise));
        commit.handled()
                .forEach(message -> Exactly.equal(List.of(message), there.handledBy(message.negotiationId()), promise));
        Dispatch dispatch = new Dispatch(there);
        commit.owed().forEach(message -> dispatch.mustRead(OwedMessage.of(message), promise));
        commit.deliveries()
                .forEach(change -> Exactly.equal(
                        change.delivery(), dispatch.read(change.id()).delivery(), promise));
    }
}
