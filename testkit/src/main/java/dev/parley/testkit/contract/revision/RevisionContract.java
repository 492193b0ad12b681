package dev.parley.testkit.contract.revision;

import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.junit.StoreFactory;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Revisions: no write is lost to another. */
interface RevisionContract extends StoreFactory {
    @Test
    default void eachChangeAddsOneToTheRevision(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> now = desk.open("n");
        for (int revision = 2; revision <= 6; revision++) {
            now = desk.commit(Steps.context(now, "offers", revision));
            desk.mustRead(now, "a change replaces what was stored and adds one to the revision");
            assertEquals(revision, desk.read(now.value().id()).revision(), "a change adds one to the revision");
        }
    }

    @Test
    default void aChangeLeavesOtherNegotiationsAlone(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> untouched = desk.open("untouched");
        desk.step(desk.open("changed"), SEND_OFFER);
        desk.mustRead(untouched, "a change of one negotiation does not touch another");
    }

    @Test
    default void aStaleWriteIsRefusedAndTheWinnerStillReadsBack(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> read = desk.openAt(NegotiationState.COUNTER_RECEIVED, "n");
        NegotiationChange late = Steps.events(read, PAUSE);
        Stored<NegotiationSnapshot> winner = desk.step(read, STOP);
        StaleRevisionException refused = assertThrows(
                StaleRevisionException.class,
                () -> store.commit(Commit.of(late)),
                "a change that was decided on an old revision is refused");
        assertEquals(read.value().id(), refused.negotiationId(), "the refusal names the negotiation");
        assertEquals(read.revision(), refused.decidedOn(), "the refusal names the revision decided on");
        assertEquals(winner.revision(), refused.stored(), "the refusal names the revision that is stored");
        desk.mustRead(winner, "the winner still reads back after a stale write was refused");
    }

    @Test
    default void aStaleWriteOfTheSameContentIsRefusedToo(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationChange change = Steps.events(desk.open("n"), SEND_OFFER);
        Stored<NegotiationSnapshot> winner = desk.commit(change);
        assertThrows(
                StaleRevisionException.class,
                () -> store.commit(Commit.of(change)),
                "the same commit a second time is refused, not counted twice");
        desk.mustRead(winner, "the first one still reads back");
    }

    @Test
    default void aRevisionFromTheFutureIsRefused(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> stands = desk.open("n");
        Stored<NegotiationSnapshot> dreamt = new Stored<>(stands.value(), 2);
        StaleRevisionException refused = assertThrows(
                StaleRevisionException.class,
                () -> store.commit(Commit.of(Steps.events(dreamt, SEND_OFFER))),
                "a revision that was never stored is refused");
        assertEquals(1, refused.stored(), "the refusal names the revision that is stored");
        desk.mustRead(stands, "a refused change leaves the negotiation as it was");
    }

    @Test
    default void changingWhatIsNotStoredIsRefused(NegotiationStore store) {
        new Desk(store).register(Fixtures.CAMPAIGN.value());
        Stored<NegotiationSnapshot> unknown =
                new Stored<>(Fixtures.negotiation("unknown").snapshot(), 1);
        NegotiationNotFoundException refused = assertThrows(
                NegotiationNotFoundException.class,
                () -> store.commit(Commit.of(Steps.events(unknown, SEND_OFFER))),
                "a change of a negotiation that is not stored is refused");
        assertEquals(unknown.value().id(), refused.negotiationId(), "the refusal names the negotiation");
        assertTrue(store.find(unknown.value().id()).isEmpty(), "a refused change does not open a negotiation");
    }

    @Test
    default void createdAtIsKeptAndUpdatedAtMoves(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> opened = desk.open("n");
        NegotiationSnapshot honest = Steps.events(opened, SEND_OFFER).snapshot();
        Instant updatedAt = opened.value().updatedAt().plusSeconds(3600);
        NegotiationSnapshot forged = new NegotiationSnapshot(
                honest.id(),
                honest.campaignId(),
                honest.threadId(),
                honest.state(),
                honest.roundCount(),
                honest.replyDueAt(),
                honest.context(),
                honest.history(),
                opened.value().createdAt().plusSeconds(1800),
                updatedAt);
        store.commit(Commit.of(new NegotiationChange(forged, opened.revision(), 1)));
        NegotiationSnapshot read = desk.read(honest.id()).value();
        assertEquals(opened.value().createdAt(), read.createdAt(), "created_at never changes after the first commit");
        assertEquals(updatedAt, read.updatedAt(), "updated_at is that of the last commit");
    }

    @Test
    default void theCampaignOfANegotiationIsKept(NegotiationStore store) {
        Desk desk = new Desk(store);
        desk.register("another");
        Stored<NegotiationSnapshot> opened = desk.open("n");
        NegotiationSnapshot moved =
                Fixtures.negotiation("n", new CampaignId("another"), null).snapshot();
        store.commit(Commit.of(new NegotiationChange(moved, opened.revision(), 0)));
        assertEquals(
                Fixtures.CAMPAIGN,
                desk.read(moved.id()).value().campaignId(),
                "the campaign of a negotiation never changes after the first commit");
    }

    @Test
    default void theFirstContradictionInTheOrderOfPartsIsNamed(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> opened = desk.open("n");
        NegotiationChange change = Steps.events(opened, SEND_OFFER);
        Commit step = Commit.of(change).named(Fixtures.step("step"));
        store.commit(step);
        assertThrows(
                DuplicateStepException.class,
                () -> store.commit(step),
                "names are looked at before revisions, so a step that is repeated whole is known");
        Stored<NegotiationSnapshot> next = desk.step(Desk.after(change), RECEIVE_REPLY);
        desk.mustRead(next, "and the negotiation goes on");
    }
}
