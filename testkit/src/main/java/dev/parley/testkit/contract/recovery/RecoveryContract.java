package dev.parley.testkit.contract.recovery;

import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;

import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.OutlinePicture;
import dev.parley.testkit.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a process asks for when it starts: everything that has not ended, exactly as it was. */
interface RecoveryContract extends StoreFactory {
    @Test
    default void everyNegotiationInFlightIsGivenBackAsItWas(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<Stored<NegotiationSnapshot>> inFlight = new ArrayList<>();
        for (NegotiationState state : NegotiationState.values()) {
            Stored<NegotiationSnapshot> came = desk.openAt(state, "came to " + state);
            Stored<NegotiationSnapshot> taken = desk.open(Fixtures.negotiation("taken over at " + state, state));
            if (!state.isTerminal()) {
                inFlight.add(came);
                inFlight.add(taken);
            }
            if (!state.isTerminal() && state != NegotiationState.PAUSED) {
                inFlight.add(desk.step(desk.openAt(state, "paused at " + state), PAUSE));
            }
        }
        for (int limit : List.of(1, 4, PageRequest.MAX_LIMIT)) {
            Exactly.equal(
                    inFlight,
                    Picture.pages(limit, page -> store.negotiations(NegotiationFilter.active(), page)),
                    "what has not ended is given back whole and once, with " + limit + " a page");
            Exactly.equal(
                    OutlinePicture.expected(inFlight),
                    OutlinePicture.pages(limit, NegotiationFilter.active(), store),
                    "so it is in outline, with " + limit + " a page");
        }
    }

    @Test
    default void manyThatHaveEndedDoNotHideOneThatHasNot(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> first = desk.open("first");
        endMany(desk, "before", 1_200);
        Stored<NegotiationSnapshot> last = desk.open("last");
        endMany(desk, "behind", 300);
        for (int limit : List.of(1, 2, 3)) {
            Exactly.equal(
                    List.of(first, last),
                    Picture.pages(limit, page -> store.negotiations(NegotiationFilter.active(), page)),
                    "what has not ended is given back however much has, with " + limit + " a page");
        }
    }

    private static void endMany(Desk desk, String prefix, int count) {
        List<NegotiationChange> ended = IntStream.range(0, count)
                .mapToObj(i -> Fixtures.negotiation(prefix + "-" + i))
                .map(negotiation -> negotiation.on(List.of(STOP), Fixtures.OPENED_AT, null))
                .map(Negotiation::snapshot)
                .map(NegotiationChange::opened)
                .toList();
        desk.store().commit(Commit.of(List.of(), ended));
    }

    @Test
    default void lookingForWhatIsInFlightChangesNothing(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        dispatch.sending("sending", "m");
        dispatch.owe("owing", "m 2");
        Desk desk = new Desk(store);
        desk.commit(Steps.replyDue(desk.openAt(NegotiationState.AWAITING_REPLY, "overdue"), Dispatch.at(5)));
        Picture before = Picture.of(store);
        for (int times = 0; times < 3; times++) {
            Picture.pages(2, page -> store.negotiations(NegotiationFilter.active(), page));
            Picture.pages(2, page -> store.outlines(NegotiationFilter.active(), page));
            store.backlog(Dispatch.END_OF_TIME);
        }
        Exactly.equal(before, Picture.of(store), "a start-up sends, claims and expires nothing");
    }
}
