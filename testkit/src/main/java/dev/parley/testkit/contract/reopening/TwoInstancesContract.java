package dev.parley.testkit.contract.reopening;

import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;

import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Claims;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.desk.Race;
import dev.parley.testkit.junit.ReopenableStoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two instances on the same data at a time, as two processes have them. */
public interface TwoInstancesContract extends ReopenableStoreFactory {
    @Test
    default void twoInstancesSeeEachOthersCommits(NegotiationStore store) throws Exception {
        try (NegotiationStore other = reopen()) {
            Desk here = new Desk(store);
            Desk there = new Desk(other);
            Stored<NegotiationSnapshot> now = here.open("n");
            for (int i = 0; i < 10; i++) {
                here.mustRead(now, "an instance sees what it has committed itself");
                there.mustRead(now, "an instance sees what another has committed");
                now = there.commit(Steps.context(now, "count", i));
                there.mustRead(now, "an instance sees what it has committed itself");
                here.mustRead(now, "an instance that has read before sees what another has committed since");
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

    @RepeatedTest(3)
    default void ofManyThreadsOverTwoInstancesOneClaimsAMessage(NegotiationStore store) throws Exception {
        try (NegotiationStore other = reopen()) {
            OwedMessage owed = new Dispatch(store).owe("n", "m");
            Claims.mustBeOne(
                    owed, List.of(store, other), "of many that claim one message one gets it, whatever the instance");
        }
    }

    @RepeatedTest(3)
    default void ofManyThreadsOverTwoInstancesOneTakesAStep(NegotiationStore store) throws Exception {
        try (NegotiationStore other = reopen()) {
            Stored<NegotiationSnapshot> opened = new Desk(store).open("n");
            List<NegotiationChange> rivals = IntStream.range(0, Race.THREADS)
                    .mapToObj(number -> Steps.context(opened, "winner", number))
                    .toList();
            NamedStep name = Fixtures.step("reply 7");
            int winner = Race.of(rivals.size(), number -> {
                        NegotiationStore mine = number % 2 == 0 ? store : other;
                        mine.commit(Commit.of(rivals.get(number)).named(name));
                    })
                    .onlyWinner(
                            DuplicateStepException.class,
                            "of threads that take one step one is committed, whatever the instance");
            new Desk(other).mustRead(Desk.after(rivals.get(winner)), "the winner of the race reads back");
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
