package dev.parley.testkit.contract.saving;

import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.campaign.AgreementConflictException;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.CampaignConflictException;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.MessageNotFoundException;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StaleDeliveryException;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.ThreadTakenException;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Agreed;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.desk.Everything;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All of a commit or nothing of it: one that is refused at its last part must leave no trace of those before. */
interface AtomicityContract extends StoreFactory {
    @Test
    default void aConflictingCampaignLeavesNothing(NegotiationStore store) {
        Everything all = Everything.in(store);
        CampaignSnapshot other =
                CampaignSnapshot.fresh(Fixtures.campaign(Fixtures.CAMPAIGN).campaign(), 99);
        List<CampaignSnapshot> campaigns = new ArrayList<>(all.commit().campaigns());
        campaigns.add(other);
        all.mustLeaveNothing(
                CampaignConflictException.class,
                Commit.of(campaigns, all.commit().changes())
                        .withAgreements(all.commit().agreements()));
    }

    @Test
    default void anUnknownCampaignLeavesNothing(NegotiationStore store) {
        Everything all = Everything.in(store);
        NegotiationSnapshot orphan =
                Fixtures.negotiation("orphan", new CampaignId("unknown"), null).snapshot();
        all.mustLeaveNothing(CampaignNotFoundException.class, all.with(NegotiationChange.opened(orphan)));
    }

    @Test
    default void aSecondOpeningLeavesNothing(NegotiationStore store) {
        Everything all = Everything.in(store);
        NegotiationSnapshot there = new Desk(store).open("there").value();
        all.mustLeaveNothing(NegotiationAlreadyExistsException.class, all.with(NegotiationChange.opened(there)));
    }

    @Test
    default void aMissingNegotiationLeavesNothing(NegotiationStore store) {
        Everything all = Everything.in(store);
        Stored<NegotiationSnapshot> missing =
                new Stored<>(Fixtures.negotiation("missing").snapshot(), 1);
        all.mustLeaveNothing(NegotiationNotFoundException.class, all.with(Steps.events(missing, SEND_OFFER)));
    }

    @Test
    default void aStaleChangeLeavesNothing(NegotiationStore store) {
        Everything all = Everything.in(store);
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> stale = desk.open("late");
        desk.commit(Steps.context(stale, "winner", true));
        all.mustLeaveNothing(StaleRevisionException.class, all.with(Steps.events(stale, SEND_OFFER)));
    }

    @Test
    default void aTakenThreadLeavesNothing(NegotiationStore store) {
        Everything all = Everything.in(store);
        Desk desk = new Desk(store);
        desk.openOn("taken", "holder");
        all.mustLeaveNothing(ThreadTakenException.class, all.with(Steps.bound(desk.open("late"), "taken")));
    }

    @Test
    default void aConflictingAgreementLeavesNothing(NegotiationStore store) {
        Everything all = Everything.in(store);
        Desk desk = new Desk(store);
        Agreed.to("25.50", "deleted", desk);
        store.delete(Fixtures.negotiation("deleted").id(), 3);
        Commit other = Agreed.opened("99.00", "deleted");
        List<CpmAgreement> agreements = new ArrayList<>(all.commit().agreements());
        agreements.addAll(other.agreements());
        all.mustLeaveNothing(
                AgreementConflictException.class,
                all.with(other.changes().get(0)).withAgreements(agreements));
    }

    @Test
    default void aDuplicateMessageLeavesNothing(NegotiationStore store) {
        Everything all = Everything.in(store);
        NegotiationChange owing = Steps.events(new Desk(store).open("owing"), SEND_OFFER);
        var known = Fixtures.outbound("known", owing.id());
        store.commit(Commit.of(owing).withMessages(List.of(), List.of(known)));
        NegotiationChange next = Steps.context(Desk.after(owing), "next", true);
        List<OutboundMessage> owed = new ArrayList<>(all.commit().owed());
        owed.add(known);
        all.mustLeaveNothing(
                DuplicateMessageException.class,
                all.with(next).withMessages(all.commit().handled(), owed));
    }

    @Test
    default void aStaleDeliveryLeavesNothing(NegotiationStore store) {
        Everything all = Everything.in(store);
        Dispatch dispatch = new Dispatch(store);
        OwedMessage read = dispatch.owe("late", "late", Dispatch.at(5));
        dispatch.commit(read, read.givenUp(Dispatch.at(6)));
        OwedMessage sent = read.sent(Dispatch.at(7), Receipt.plain());
        all.mustLeaveNothing(StaleDeliveryException.class, all.with(DeliveryChange.of(read, sent)));
    }

    @Test
    default void anUnknownMessageLeavesNothing(NegotiationStore store) {
        Everything all = Everything.in(store);
        OwedMessage unknown = Dispatch.owed(new NegotiationId("bound"), "unknown", Dispatch.at(5));
        OwedMessage sent = unknown.sent(Dispatch.at(7), Receipt.plain());
        all.mustLeaveNothing(MessageNotFoundException.class, all.with(DeliveryChange.of(unknown, sent)));
    }

    @Test
    default void deliveriesAloneAreTakenWholeOrNotAtAll(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage one = dispatch.owe("one", "1");
        OwedMessage other = dispatch.owe("other", "2");
        OwedMessage known = dispatch.commit(other, other.retried(Dispatch.at(1)));
        Commit spoilt = Commit.of(List.of(), List.of())
                .withDeliveries(List.of(
                        DeliveryChange.of(one, one.givenUp(Dispatch.at(2))),
                        DeliveryChange.of(other, other.givenUp(Dispatch.at(2)))));
        assertThrows(StaleDeliveryException.class, () -> store.commit(spoilt), "a commit is refused for its last part");
        dispatch.mustRead(one, "a refused commit changes no delivery");
        dispatch.mustRead(known, "neither the one before the stale one nor that one");
    }

    @Test
    default void aDuplicateStepLeavesNothing(NegotiationStore store) {
        Desk desk = new Desk(store);
        NamedStep key = Fixtures.step("step");
        NegotiationChange first = Steps.to(NegotiationState.COUNTER_RECEIVED, desk.open("n"));
        store.commit(Commit.of(first).named(key));
        Commit accepted = Agreed.step("25.50", Desk.after(first));
        Commit again = new Commit(
                List.of(Fixtures.campaign(new CampaignId("new campaign"))),
                accepted.changes(),
                accepted.agreements(),
                List.of(Fixtures.inbound("in", first.id())),
                List.of(Fixtures.outbound("out", first.id())),
                List.of(),
                key);
        new Everything(store, again.named(null)).mustLeaveNothing(DuplicateStepException.class, again);
    }

    @Test
    default void aLargeCommitIsTakenWholeOrNotAtAll(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationSnapshot there = desk.open("there").value();
        List<NegotiationChange> changes = IntStream.range(0, 2_000)
                .mapToObj(i -> NegotiationChange.opened(Fixtures.negotiation("n-" + i, Fixtures.CAMPAIGN, "thread-" + i)
                        .snapshot()))
                .toList();
        List<NegotiationChange> spoilt = new ArrayList<>(changes);
        spoilt.add(NegotiationChange.opened(there));
        Picture before = Picture.of(store);
        assertThrows(
                NegotiationAlreadyExistsException.class,
                () -> store.commit(Commit.of(List.of(), spoilt)),
                "a commit of 2,001 negotiations is refused for its last one");
        Exactly.equal(before, Picture.of(store), "none of 2,001 negotiations is left of a refused commit");
        store.commit(Commit.of(List.of(), changes));
        assertEquals(2_001, Picture.of(store).negotiations().size(), "2,000 negotiations are opened by one commit");
    }
}
