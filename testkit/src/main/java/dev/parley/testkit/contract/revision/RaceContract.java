package dev.parley.testkit.contract.revision;

import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CommitRefusedException;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.ThreadTakenException;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Count;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Race;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many threads at once: of two that cannot both be right, exactly one wins. */
interface RaceContract extends StoreFactory {
    @RepeatedTest(3)
    default void ofManyThreadsOnOneRevisionExactlyOneWins(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> opened = desk.open("n");
        List<NegotiationChange> rivals = IntStream.range(0, Race.THREADS)
                .mapToObj(number -> Steps.context(opened, "winner", number))
                .toList();
        int winner = Race.of(Race.THREADS, number -> store.commit(Commit.of(rivals.get(number))))
                .onlyWinner(
                        StaleRevisionException.class,
                        "of changes decided on one revision one is committed, the others are stale");
        desk.mustRead(Desk.after(rivals.get(winner)), "the winner of the race reads back");
    }

    @RepeatedTest(3)
    default void ofManyThreadsThatOpenOneNegotiationExactlyOneWins(NegotiationStore store) {
        Desk desk = new Desk(store);
        desk.register(Fixtures.CAMPAIGN.value());
        List<NegotiationChange> rivals = IntStream.range(0, Race.THREADS)
                .mapToObj(number ->
                        NegotiationChange.opened(Fixtures.negotiation("n", Fixtures.CAMPAIGN, "thread-" + number)
                                .snapshot()))
                .toList();
        int winner = Race.of(Race.THREADS, number -> store.commit(Commit.of(rivals.get(number))))
                .onlyWinner(
                        NegotiationAlreadyExistsException.class,
                        "of openings of one negotiation one is committed, the others find it there");
        desk.mustRead(Desk.after(rivals.get(winner)), "the winner of the race reads back");
        for (int number = 0; number < Race.THREADS; number++) {
            assertEquals(
                    number == winner,
                    store.findByThread(new ThreadId("thread-" + number)).isPresent(),
                    "a thread is taken by the winner alone");
        }
    }

    @RepeatedTest(3)
    default void ofManyThreadsThatBindOneEmailThreadExactlyOneWins(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<NegotiationChange> rivals = desk.openMany("n", Race.THREADS).stream()
                .map(id -> Steps.bound(desk.read(id), "thread"))
                .toList();
        int winner = Race.of(Race.THREADS, number -> store.commit(Commit.of(rivals.get(number))))
                .onlyWinner(
                        ThreadTakenException.class,
                        "of negotiations that bind one thread one gets it, the others are told who has it");
        Exactly.equal(
                Optional.of(Desk.after(rivals.get(winner))),
                store.findByThread(new ThreadId("thread")),
                "the winner of the race is found by the thread");
    }

    @RepeatedTest(3)
    default void aDeletionAndAChangeOfOneRevisionCannotBothWin(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationChange change = Steps.events(desk.open("n"), SEND_OFFER);
        int winner = Race.of(2, number -> {
                    if (number == 0) {
                        store.commit(Commit.of(change));
                    } else {
                        store.delete(change.id(), 1);
                    }
                })
                .onlyWinner(
                        CommitRefusedException.class, "of a change and a deletion of one revision one is committed");
        Exactly.equal(
                winner == 0 ? Optional.of(Desk.after(change)) : Optional.empty(),
                store.find(change.id()),
                "what the winner made of the negotiation is what is read");
    }

    @Test
    default void threadsOnDifferentNegotiationsDoNotDisturbEachOther(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<NegotiationId> ids = desk.openMany("n", Race.THREADS);
        Race.of(Race.THREADS, number -> {
                    Stored<NegotiationSnapshot> now = desk.read(ids.get(number));
                    for (int i = 0; i < 10; i++) {
                        now = desk.commit(Steps.context(now, "count", i));
                        desk.mustRead(now, "a thread reads what it has committed itself");
                    }
                })
                .mustAllWin("changes of different negotiations do not contradict each other");
    }

    @Test
    default void noChangeIsLostWhenEachTriesAgain(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationId id = desk.open("n").value().id();
        int each = 10;
        Race.of(Race.THREADS, number -> {
                    for (int i = 0; i < each; i++) {
                        addOneTo(desk, id, "count-" + number);
                    }
                })
                .mustAllWin("a stale change may be decided anew until it is committed");
        Stored<NegotiationSnapshot> end = desk.read(id);
        assertEquals(1 + Race.THREADS * each, end.revision(), "each change that returned added one to the revision");
        for (int number = 0; number < Race.THREADS; number++) {
            assertEquals(each, Count.of("count-" + number, end), "no change that returned was lost to another");
        }
    }

    private static void addOneTo(Desk desk, NegotiationId id, String counter) {
        while (true) {
            Stored<NegotiationSnapshot> now = desk.read(id);
            try {
                desk.commit(Steps.context(now, counter, Count.of(counter, now) + 1));
                return;
            } catch (StaleRevisionException refused) {
                // Somebody else was faster, so somebody has come on: this ends.
                assertEquals(now.revision(), refused.decidedOn(), "the refusal names the revision decided on");
            }
        }
    }
}
