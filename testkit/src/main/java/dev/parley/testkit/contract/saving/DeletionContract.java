package dev.parley.testkit.contract.saving;

import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.campaign.AgreementConflictException;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Agreed;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Race;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Deleting negotiations. */
interface DeletionContract extends StoreFactory {
    @Test
    default void aDeletedNegotiationIsGone(NegotiationStore store) {
        Desk desk = new Desk(store);
        desk.open("untouched");
        Picture before = Picture.of(store);
        NegotiationId id = eventful(desk, "n");
        store.delete(id, 2);
        assertEquals(Optional.empty(), store.find(id), "a deleted negotiation is not found");
        assertEquals(Optional.empty(), store.findByThread(new ThreadId("thread")), "nor by its thread");
        assertEquals(List.of(), store.handledBy(id), "what it handled is deleted with it");
        assertEquals(List.of(), store.owedBy(id), "what it owes is deleted with it");
        Exactly.equal(before, Picture.of(store), "a deletion leaves everything else as it was");
    }

    @Test
    default void aStaleDeletionIsRefused(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> winner = desk.step(desk.open("n"), SEND_OFFER);
        for (long revision : List.of(0L, 1L, 3L)) {
            StaleRevisionException refused = assertThrows(
                    StaleRevisionException.class,
                    () -> store.delete(winner.value().id(), revision),
                    "a deletion that was decided on another revision is refused");
            assertEquals(winner.value().id(), refused.negotiationId(), "the refusal names the negotiation");
            assertEquals(revision, refused.decidedOn(), "the refusal names the revision decided on");
            assertEquals(2, refused.stored(), "the refusal names the revision that is stored");
        }
        desk.mustRead(winner, "a refused deletion leaves the negotiation as it was");
    }

    @Test
    default void deletingTwiceIsRefused(NegotiationStore store) {
        NegotiationId id = new Desk(store).open("n").value().id();
        store.delete(id, 1);
        NegotiationNotFoundException refused = assertThrows(
                NegotiationNotFoundException.class,
                () -> store.delete(id, 1),
                "a deletion of a negotiation that is not stored is refused");
        assertEquals(id, refused.negotiationId(), "the refusal names the negotiation");
    }

    @Test
    default void aStaleWriterCannotBringBackADeletedNegotiation(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationChange late = Steps.events(desk.openOn("thread", "n"), SEND_OFFER);
        store.delete(late.id(), 1);
        assertThrows(
                NegotiationNotFoundException.class,
                () -> store.commit(Commit.of(late)),
                "a change of a negotiation that was deleted meanwhile is refused");
        assertEquals(Optional.empty(), store.find(late.id()), "a stale writer does not bring it back");
        assertEquals(Optional.empty(), store.findByThread(new ThreadId("thread")), "nor its thread");
    }

    @Test
    default void theIdAndTheThreadAreFreeAgain(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationId id = eventful(desk, "n");
        Stored<NegotiationSnapshot> other = desk.open("other");
        store.delete(id, 2);
        Stored<NegotiationSnapshot> reopened = desk.open("n");
        desk.mustRead(reopened, "a negotiation that is opened again begins at revision 1, without its old history");
        assertEquals(List.of(), store.handledBy(id), "and has none of the old messages handled");
        assertEquals(List.of(), store.owedBy(id), "and owes none of them");
        Exactly.equal(
                List.of(other, reopened),
                Picture.of(store).negotiations(),
                "and comes behind those that were opened before it");
        desk.mustRead(desk.commit(Steps.bound(other, "thread")), "another negotiation may take the thread");
        desk.mustRead(desk.step(reopened, STOP), "and the new one goes its own way");
    }

    @Test
    default void anotherMayTakeTheThreadAtOnce(NegotiationStore store) {
        Desk desk = new Desk(store);
        store.delete(desk.openOn("thread", "n").value().id(), 1);
        desk.mustRead(desk.openOn("thread", "another"), "the thread of a deleted negotiation is free");
    }

    @Test
    default void theIdsOfItsMessagesAndItsKeysAreFreeAgain(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationId id = eventful(desk, "n");
        store.delete(id, 2);
        eventful(desk, "n");
        assertEquals(1, store.handledBy(id).size(), "a reopened negotiation may handle a message of the old one");
        assertEquals(1, store.owedBy(id).size(), "and owe one under an id that the old one used");
    }

    @Test
    default void theCampaignKeepsTheAgreement(NegotiationStore store) {
        Desk desk = new Desk(store);
        CpmAgreement booked = Agreed.to("25.50", "n", desk);
        NegotiationId id = Fixtures.negotiation("n").id();
        store.delete(id, 3);
        mustHaveBooked(desk, booked, "the campaign keeps the agreement of a deleted negotiation");
        Stored<NegotiationSnapshot> reopened = desk.openAt(NegotiationState.COUNTER_RECEIVED, "n");
        assertThrows(
                AgreementConflictException.class,
                () -> store.commit(Agreed.step("99.00", reopened)),
                "a reopened negotiation cannot agree on something else");
        desk.mustRead(reopened, "a refused agreement leaves the negotiation as it was");
        Commit same = Agreed.step("25.5", reopened);
        store.commit(same);
        desk.mustRead(Desk.after(same.changes().get(0)), "a reopened negotiation may agree on the same again");
        mustHaveBooked(desk, booked, "and the agreement stays as it was booked first");
    }

    @Test
    default void ofManyThreadsThatDeleteOneRevisionExactlyOneWins(NegotiationStore store) {
        NegotiationId id = new Desk(store).open("n").value().id();
        Race.of(Race.THREADS, number -> store.delete(id, 1))
                .onlyWinner(
                        NegotiationNotFoundException.class,
                        "of deletions of one negotiation one is committed, the others find it gone");
        assertEquals(Optional.empty(), store.find(id), "a deleted negotiation is not found");
    }

    /** A negotiation at revision 2 that has a history, a thread, messages and a key. */
    private static NegotiationId eventful(Desk desk, String id) {
        NegotiationChange change = Steps.events(desk.openOn("thread", id), SEND_OFFER);
        desk.store()
                .commit(Commit.of(change)
                        .withMessages(
                                List.of(Fixtures.inbound("in", change.id())),
                                List.of(Fixtures.outbound("out", change.id())))
                        .named(Fixtures.step("step")));
        return change.id();
    }

    private static void mustHaveBooked(Desk desk, CpmAgreement expected, String promise) {
        Exactly.equal(
                List.of(expected),
                desk.readCampaign(Fixtures.CAMPAIGN).tracker().agreements(),
                promise);
    }
}
