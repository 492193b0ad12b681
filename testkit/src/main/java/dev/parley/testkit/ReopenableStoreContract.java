package dev.parley.testkit;

import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What a store promises whose data outlives it: it can be opened again, and more than once at a time. */
public interface ReopenableStoreContract extends StoreFactory {
    /**
     * Opens another instance on the data of the store that {@link #openStore} opened for this test, whether that is
     * closed by now or not. The contract closes it.
     *
     * @throws Exception if it cannot be opened; the test fails
     */
    NegotiationStore reopen() throws Exception;

    @Test
    default void everythingIsThereAfterClosingAndOpeningAgain(NegotiationStore store) throws Exception {
        RandomWalk.drive(store, Seeds.first(), 30);
        Desk desk = new Desk(store);
        HostileContent.attributes()
                .forEach((name, context) ->
                        desk.open(Fixtures.negotiation(name).withContext(List.of(), context, Fixtures.OPENED_AT)));
        Picture before = Picture.of(store);
        store.close();
        try (NegotiationStore reopened = reopen()) {
            Exactly.equal(before, Picture.of(reopened), "everything that was committed is there after opening again");
        }
    }

    @Test
    default void everyStateCanGoOnAfterOpeningAgain(NegotiationStore store) throws Exception {
        Desk desk = new Desk(store);
        for (NegotiationState state : NegotiationState.values()) {
            desk.openAt(state, state.code());
        }
        store.close();
        try (NegotiationStore reopened = reopen()) {
            Desk again = new Desk(reopened);
            for (NegotiationState state : NegotiationState.values()) {
                Stored<NegotiationSnapshot> now = again.read(new NegotiationId(state.code()));
                for (var event : now.value().machine().validEvents()) {
                    Steps.events(now, event);
                }
                now = again.commit(Steps.context(now, "reopened", true));
                again.mustRead(now, "a negotiation in state " + state + " goes on at the next revision");
            }
        }
    }

    @Test
    default void aDecisionFromBeforeMayBeCommittedAfter(NegotiationStore store) throws Exception {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> opened = desk.open("n");
        NegotiationChange first = Steps.events(opened, SEND_OFFER);
        NegotiationChange stale = Steps.context(opened, "too", "late");
        store.close();
        try (NegotiationStore reopened = reopen()) {
            reopened.commit(Commit.of(first));
            assertThrows(
                    StaleRevisionException.class,
                    () -> reopened.commit(Commit.of(stale)),
                    "of two decisions from before one is committed after");
            new Desk(reopened).mustRead(Desk.after(first), "and reads back");
        }
    }

    @Test
    default void keysAreRememberedAfterOpeningAgain(NegotiationStore store) throws Exception {
        NegotiationChange first = Steps.events(new Desk(store).open("n"), SEND_OFFER);
        IdempotencyKey key = new IdempotencyKey("step");
        store.commit(Commit.of(first).withKey(key));
        store.close();
        try (NegotiationStore reopened = reopen()) {
            Commit again =
                    Commit.of(Steps.context(Desk.after(first), "step", 2)).withKey(key);
            assertThrows(DuplicateStepException.class, () -> reopened.commit(again), "a key outlives the store");
        }
    }

    @Test
    default void aPageGoesOnInAnotherInstance(NegotiationStore store) throws Exception {
        List<NegotiationId> opened = new Desk(store).openMany("n", 6);
        Page<Stored<NegotiationSnapshot>> first = store.negotiations(NegotiationFilter.all(), PageRequest.first(4));
        store.delete(opened.get(5), 1);
        store.close();
        try (NegotiationStore reopened = reopen()) {
            NegotiationId late = new Desk(reopened).open("late").value().id();
            PageRequest behind = PageRequest.first(4).from(first.next().orElseThrow());
            assertEquals(
                    List.of(opened.get(4), late),
                    reopened.negotiations(NegotiationFilter.all(), behind).rows().stream()
                            .map(row -> row.value().id())
                            .toList(),
                    "positions go on: a page continues where it ended, and what is new comes last");
        }
    }

    @Test
    default void twoInstancesSeeEachOthersCommits(NegotiationStore store) throws Exception {
        try (NegotiationStore other = reopen()) {
            Desk here = new Desk(store);
            Desk there = new Desk(other);
            Stored<NegotiationSnapshot> now = here.open("n");
            for (int i = 0; i < 10; i++) {
                there.mustRead(now, "an instance sees what another has committed");
                now = there.commit(Steps.context(now, "count", i));
                here.mustRead(now, "and the other way round");
                now = here.commit(Steps.context(now, "count", -i));
            }
            other.delete(now.value().id(), now.revision());
            Exactly.equal(Picture.of(other), Picture.of(store), "both see the same");
        }
    }

    @RepeatedTest(3)
    default void ofManyThreadsOverTwoInstancesExactlyOneWins(NegotiationStore store) throws Exception {
        try (NegotiationStore other = reopen()) {
            Desk desk = new Desk(store);
            Stored<NegotiationSnapshot> opened = desk.open("n");
            List<NegotiationChange> rivals = IntStream.range(0, Race.THREADS)
                    .mapToObj(number -> Steps.context(opened, "winner", number))
                    .toList();
            int winner = Race.of(rivals.size(), number -> {
                        NegotiationStore mine = number % 2 == 0 ? store : other;
                        mine.commit(Commit.of(rivals.get(number)));
                    })
                    .onlyWinner(
                            StaleRevisionException.class,
                            "of changes decided on one revision one is committed, whatever the instance");
            desk.mustRead(Desk.after(rivals.get(winner)), "the winner of the race reads back here");
            new Desk(other).mustRead(Desk.after(rivals.get(winner)), "and there");
        }
    }

    @Test
    default void closingOneInstanceLeavesTheOther(NegotiationStore store) throws Exception {
        Stored<NegotiationSnapshot> opened = new Desk(store).open("n");
        try (NegotiationStore other = reopen()) {
            store.close();
            Desk desk = new Desk(other);
            desk.mustRead(opened, "an instance stays open when another is closed");
            desk.mustRead(desk.step(opened, SEND_OFFER), "and still commits");
        }
    }
}
