package dev.parley.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.List;
import java.util.stream.Stream;

/**
 * A commit that a store would take, and that has something of every kind, so that a version of it with one spoilt part
 * shows whether the others leave a trace.
 */
record Everything(NegotiationStore store, Commit commit) {
    /**
     * Registers a campaign, opens a negotiation on a thread, binds another since its message was sent, and brings a third
     * to its agreement, with a message heard and one owed.
     */
    static Everything in(NegotiationStore store) {
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
    Commit with(NegotiationChange change) {
        List<NegotiationChange> changes =
                Stream.concat(commit.changes().stream(), Stream.of(change)).toList();
        return Commit.of(commit.campaigns(), changes)
                .withAgreements(commit.agreements())
                .withMessages(commit.handled(), commit.owed())
                .withDeliveries(commit.deliveries());
    }

    /** The commit with one more delivery, as the last. */
    Commit with(DeliveryChange delivery) {
        return commit.withDeliveries(
                Stream.concat(commit.deliveries().stream(), Stream.of(delivery)).toList());
    }

    /**
     * Fails unless the spoilt commit is refused, nothing of it can be read, and nothing of it is in the way of the
     * commit that is not spoilt: ids, threads, messages and keys are free.
     */
    void mustLeaveNothing(Class<? extends Exception> refusal, Commit spoilt) {
        Picture before = Picture.of(store);
        assertThrows(refusal, () -> store.commit(spoilt), "a commit is refused for its last part, too");
        Exactly.equal(before, Picture.of(store), "a refused commit leaves nothing that can be read");
        store.commit(commit);
        for (NegotiationChange change : commit.changes()) {
            new Desk(store).mustRead(Desk.after(change), "a refused commit leaves nothing in the way of the next");
        }
        for (DeliveryChange delivery : commit.deliveries()) {
            assertEquals(
                    delivery.delivery(),
                    new Dispatch(store).read(delivery.id()).delivery(),
                    "nor in the way of what was sent");
        }
    }
}
