package dev.parley.testkit.contract.saving;

import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.CampaignNotFoundException;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Opening negotiations and finding them. */
interface OpeningContract extends StoreFactory {
    @Test
    default void whatWasOpenedReadsBackAtRevisionOne(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> opened = desk.open("n");
        desk.mustRead(opened, "a negotiation that was opened reads back as it was, at revision 1");
        assertEquals(1, desk.read(opened.value().id()).revision(), "a new negotiation gets revision 1");
    }

    @Test
    default void whatIsNotStoredIsNotFound(NegotiationStore store) {
        new Desk(store).open("another");
        NegotiationId unknown = new NegotiationId("unknown");
        assertEquals(Optional.empty(), store.find(unknown), "an unknown id finds nothing");
        assertEquals(Optional.empty(), store.findByThread(new ThreadId("unknown")), "an unknown thread finds nothing");
        assertEquals(List.of(), store.handledBy(unknown), "a negotiation that is not stored has handled nothing");
        assertEquals(List.of(), store.owedBy(unknown), "a negotiation that is not stored owes nothing");
    }

    @Test
    default void openingTwiceIsRefusedAndTheFirstStands(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> first = desk.open("n");
        NegotiationSnapshot second =
                Fixtures.negotiation("n", Fixtures.CAMPAIGN, "thread").snapshot();
        NegotiationAlreadyExistsException refused = assertThrows(
                NegotiationAlreadyExistsException.class,
                () -> store.commit(Commit.of(NegotiationChange.opened(second))),
                "a negotiation that is stored cannot be opened again");
        assertEquals(second.id(), refused.negotiationId(), "the refusal names the negotiation");
        desk.mustRead(first, "a refused opening leaves the first one as it was");
    }

    @Test
    default void openingTheSameValueTwiceIsRefusedToo(NegotiationStore store) {
        Stored<NegotiationSnapshot> first = new Desk(store).open("n");
        assertThrows(
                NegotiationAlreadyExistsException.class,
                () -> store.commit(Commit.of(NegotiationChange.opened(first.value()))),
                "a second opening is refused even if it is equal, since nobody knows whose it is");
    }

    @Test
    default void aNewNegotiationNeedsItsCampaign(NegotiationStore store) {
        new Desk(store).register("another");
        NegotiationSnapshot orphan = Fixtures.negotiation("n").snapshot();
        CampaignNotFoundException refused = assertThrows(
                CampaignNotFoundException.class,
                () -> store.commit(Commit.of(NegotiationChange.opened(orphan))),
                "a new negotiation must name a campaign that is known");
        assertEquals(Fixtures.CAMPAIGN, refused.campaignId(), "the refusal names the campaign");
        assertEquals(Optional.empty(), store.find(orphan.id()), "a refused opening leaves nothing");
    }

    @Test
    default void aCampaignOfTheSameCommitIsKnown(NegotiationStore store) {
        NegotiationSnapshot opened =
                Fixtures.negotiation("n", new CampaignId("new"), null).snapshot();
        store.commit(
                Commit.of(List.of(Fixtures.campaign(opened.campaignId())), List.of(NegotiationChange.opened(opened))));
        new Desk(store).mustRead(new Stored<>(opened, 1), "campaigns are taken before the negotiations that name them");
    }

    @Test
    default void aNegotiationMayBeOpenedWithAPast(NegotiationStore store) {
        Desk desk = new Desk(store);
        for (NegotiationState state : NegotiationState.values()) {
            Stored<NegotiationSnapshot> taken = desk.open(Fixtures.negotiation("n-" + state, state));
            desk.mustRead(taken, "one that is taken over with its history reads back as it was, at revision 1");
        }
    }

    @Test
    default void openingManyInOneCommitOpensEach(NegotiationStore store) {
        Desk desk = new Desk(store);
        for (NegotiationId id : desk.openMany("n", 20)) {
            Negotiation opened = Fixtures.negotiation(id.value());
            desk.mustRead(new Stored<>(opened.snapshot(), 1), "each negotiation of one commit is stored");
        }
    }

    @Test
    default void oneCommitMayOpenAndChange(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationChange changed = Steps.events(desk.open("old"), SEND_OFFER, RECEIVE_REPLY);
        NegotiationChange opened =
                NegotiationChange.opened(Fixtures.negotiation("new").snapshot());
        store.commit(Commit.of(List.of(), List.of(opened, changed)));
        desk.mustRead(Desk.after(opened), "the one that the commit opens is stored");
        desk.mustRead(Desk.after(changed), "and so is the one it changes");
    }

    @Test
    default void anEmptyCommitChangesNothing(NegotiationStore store) {
        new Desk(store).open("n");
        Picture before = Picture.of(store);
        store.commit(Commit.of(List.of(), List.of()));
        Exactly.equal(before, Picture.of(store), "an empty commit is accepted and changes nothing");
    }
}
