package dev.parley.testkit.contract.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Agreed;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.junit.StoreFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many negotiations were agreed on without an agreement in their campaign. */
interface UnbookedContract extends StoreFactory {
    @Test
    default void aNewStoreHasNoneAgreedWithoutAgreement(NegotiationStore store) {
        mustCount(0, store, "nothing is agreed in a new store");
    }

    @Test
    default void onlyNegotiationsInAgreedAreCounted(NegotiationStore store) {
        Desk desk = new Desk(store);
        for (NegotiationState state : NegotiationState.values()) {
            desk.openAt(state, "n-" + state);
        }
        mustCount(1, store, "of all states only agreed calls for an agreement");
    }

    @Test
    default void oneThatBooksItsAgreementIsNotCounted(NegotiationStore store) {
        Agreed.to("25.50", "n", new Desk(store));
        mustCount(0, store, "a step that books its agreement is as it should be");
    }

    @Test
    default void oneThatIsOpenedInAgreedIsCountedAlike(NegotiationStore store) {
        new Desk(store).open(Fixtures.negotiation("without", NegotiationState.AGREED));
        store.commit(Agreed.opened("25.50", "with"));
        mustCount(1, store, "one that is taken over in agreed is counted if it brings no agreement");
    }

    @Test
    default void anAgreementThatCameWithTheCampaignIsBooked(NegotiationStore store) {
        Commit opened = Agreed.opened("25.50", "n");
        store.commit(Commit.of(List.of(Agreed.campaign(opened.agreements())), opened.changes()));
        mustCount(0, store, "an agreement of the negotiation that comes with its campaign counts as booked");
    }

    @Test
    default void laterChangesDoNotAlterTheCount(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> agreed = desk.openAt(NegotiationState.AGREED, "without");
        desk.commit(Steps.context(agreed, "note", "signed"));
        Agreed.to("25.50", "with", desk);
        NegotiationChange noted =
                Steps.context(desk.read(Fixtures.negotiation("with").id()), "note", "signed");
        desk.commit(noted);
        mustCount(1, store, "a later change of the context neither books an agreement nor loses one");
    }

    @Test
    default void aDeletedNegotiationIsNotCounted(NegotiationStore store) {
        Desk desk = new Desk(store);
        desk.openAt(NegotiationState.AGREED, "stays");
        Stored<NegotiationSnapshot> agreed = desk.openAt(NegotiationState.AGREED, "goes");
        mustCount(2, store, "each that is agreed without an agreement is counted");
        store.delete(agreed.value().id(), agreed.revision());
        mustCount(1, store, "one that is deleted is counted no more");
    }

    @Test
    default void anAgreementFromBeforeTheDeletionIsStillBooked(NegotiationStore store) {
        Desk desk = new Desk(store);
        Agreed.to("25.50", "n", desk);
        NegotiationSnapshot agreed = desk.read(Fixtures.negotiation("n").id()).value();
        store.delete(agreed.id(), 3);
        desk.openAt(NegotiationState.AGREED, "n");
        mustCount(0, store, "the campaign has an agreement of the negotiation, booked before it was deleted");
    }

    private static void mustCount(long expected, NegotiationStore store, String promise) {
        assertEquals(expected, store.backlog(Fixtures.OPENED_AT).agreedWithoutAgreement(), promise);
    }
}
