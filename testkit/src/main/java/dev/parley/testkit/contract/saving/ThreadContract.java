package dev.parley.testkit.contract.saving;

import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.ThreadTakenException;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The email threads that negotiations live on. */
interface ThreadContract extends StoreFactory {
    @Test
    default void aNegotiationIsFoundByTheThreadItWasOpenedOn(NegotiationStore store) {
        Stored<NegotiationSnapshot> opened = new Desk(store).openOn("thread", "n");
        Exactly.equal(
                Optional.of(opened),
                store.findByThread(new ThreadId("thread")),
                "a negotiation is found by the thread it was opened on");
    }

    @Test
    default void aThreadIsNullUntilItIsBoundAndFoundByItAfter(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> opened = desk.open("n");
        assertNull(desk.read(opened.value().id()).value().threadId(), "no thread is known before one is bound");
        assertEquals(Optional.empty(), store.findByThread(new ThreadId("thread")), "nor found");
        Stored<NegotiationSnapshot> bound = desk.commit(Steps.bound(opened, "thread"));
        desk.mustRead(bound, "binding a thread is a change like any other and adds one to the revision");
        Exactly.equal(
                Optional.of(bound),
                store.findByThread(new ThreadId("thread")),
                "a negotiation is found by the thread it was bound to");
    }

    @Test
    default void manyNegotiationsMayBeOnNoThread(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> first = desk.open("first");
        Stored<NegotiationSnapshot> second = desk.open("second");
        desk.mustRead(first, "two that are not on a thread do not meet");
        desk.mustRead(second, "two that are not on a thread do not meet");
    }

    @Test
    default void aThreadIsKeptOverLaterChanges(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> stepped = desk.step(desk.openOn("thread", "n"), SEND_OFFER);
        Exactly.equal(
                Optional.of(stepped),
                store.findByThread(new ThreadId("thread")),
                "a look-up by thread gives the negotiation as it stands now");
    }

    @Test
    default void openingOnATakenThreadIsRefused(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> holder = desk.openOn("thread", "holder");
        NegotiationSnapshot late =
                Fixtures.negotiation("late", Fixtures.CAMPAIGN, "thread").snapshot();
        refuse(store, NegotiationChange.opened(late), holder);
        assertEquals(Optional.empty(), store.find(late.id()), "a refused opening leaves nothing");
    }

    @Test
    default void bindingATakenThreadIsRefused(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> holder = desk.openOn("thread", "holder");
        Stored<NegotiationSnapshot> late = desk.open("late");
        refuse(store, Steps.bound(late, "thread"), holder);
        desk.mustRead(late, "a refused binding leaves the negotiation as it was");
    }

    @Test
    default void twoOfOneCommitCannotShareAThread(NegotiationStore store) {
        new Desk(store).register(Fixtures.CAMPAIGN.value());
        List<NegotiationChange> both = List.of(
                NegotiationChange.opened(
                        Fixtures.negotiation("one", Fixtures.CAMPAIGN, "thread").snapshot()),
                NegotiationChange.opened(
                        Fixtures.negotiation("two", Fixtures.CAMPAIGN, "thread").snapshot()));
        assertThrows(
                ThreadTakenException.class,
                () -> store.commit(Commit.of(List.of(), both)),
                "a thread belongs to one negotiation, within a commit too");
        assertEquals(Optional.empty(), store.find(new NegotiationId("one")), "a refused commit leaves nothing");
    }

    @Test
    default void aThreadThatIsLetGoIsFree(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> holder = desk.openOn("thread", "holder");
        NegotiationSnapshot without = Fixtures.negotiation("holder").snapshot();
        desk.commit(new NegotiationChange(without, holder.revision(), 0));
        assertEquals(Optional.empty(), store.findByThread(new ThreadId("thread")), "a thread that was let go is free");
        Stored<NegotiationSnapshot> next = desk.openOn("thread", "next");
        desk.mustRead(next, "a thread that was let go may be taken by another negotiation");
    }

    private static void refuse(NegotiationStore store, NegotiationChange change, Stored<NegotiationSnapshot> holder) {
        ThreadTakenException refused = assertThrows(
                ThreadTakenException.class,
                () -> store.commit(Commit.of(change)),
                "a thread belongs to one negotiation");
        assertEquals(new ThreadId("thread"), refused.threadId(), "the refusal names the thread");
        assertEquals(holder.value().id(), refused.holder(), "the refusal names who has it");
        Exactly.equal(
                Optional.of(holder),
                store.findByThread(refused.threadId()),
                "a refused claim leaves the thread with its holder");
    }
}
