package dev.parley.testkit.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.Steps;
import dev.parley.testkit.contract.NegotiationStoreContract;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Without a fault it keeps the whole contract; with one it fails as it was asked to. */
class FailingStoreTest implements NegotiationStoreContract {
    private final NegotiationStore sound = new InMemoryNegotiationStore();
    private final FailingStore failing = new FailingStore(sound);

    @Override
    public NegotiationStore openStore() {
        return failing;
    }

    @Test
    void whatWasNotWrittenIsNotThere() {
        NegotiationChange step = step();
        failing.failNext(1, Fault.NOT_WRITTEN);
        assertEquals(Outcome.NOT_WRITTEN, failure(step).outcome());
        assertEquals(1, sound.find(step.id()).orElseThrow().revision());
        failing.commit(Commit.of(step));
        assertEquals(2, sound.find(step.id()).orElseThrow().revision());
    }

    @Test
    void whatIsUnknownMayBeThereOrNot() {
        NegotiationChange step = step();
        failing.failNext(1, Fault.UNKNOWN_AND_NOT_DONE);
        failing.failNext(1, Fault.UNKNOWN_AND_DONE);
        assertEquals(Outcome.UNKNOWN, failure(step).outcome());
        assertEquals(1, sound.find(step.id()).orElseThrow().revision());
        assertEquals(Outcome.UNKNOWN, failure(step).outcome());
        assertEquals(2, sound.find(step.id()).orElseThrow().revision());
    }

    @Test
    void aBusyStoreDoesNothing() {
        NegotiationChange step = step();
        failing.failNext(2, Fault.BUSY);
        assertThrows(StoreBusyException.class, () -> failing.commit(Commit.of(step)));
        assertThrows(StoreBusyException.class, () -> failing.find(step.id()), "reading may fail as well");
        assertEquals(1, failing.find(step.id()).orElseThrow().revision(), "two calls were to fail, not three");
    }

    @Test
    void aClaimMayBeTakenWithoutTheDispatcherKnowing() {
        OwedMessage owed = new Dispatch(sound).owe("n", "m");
        failing.failNext(1, Fault.UNKNOWN_AND_DONE);
        assertThrows(StoreFailureException.class, () -> new Dispatch(failing).claim(Dispatch.at(0)));
        assertEquals(
                DeliveryState.SENDING,
                sound.findOwed(owed.id()).orElseThrow().delivery().state());
    }

    @Test
    void aRefusalIsARefusalThoughTheAnswerWasToBeLost() {
        NegotiationChange step = step();
        sound.commit(Commit.of(step));
        failing.failNext(1, Fault.UNKNOWN_AND_DONE);
        assertThrows(StaleRevisionException.class, () -> failing.commit(Commit.of(step)));
    }

    @Test
    void whatIsMendedDoesNotFail() {
        failing.failNext(5, Fault.NOT_WRITTEN);
        failing.failByChance(1, 100);
        failing.mend();
        assertTrue(failing.find(Fixtures.negotiation("n").id()).isEmpty());
    }

    @Test
    void chanceIsTheSameForTheSameSeed() {
        List<String> once = faults(7, 50);
        assertEquals(once, faults(7, 50));
        assertNotEquals(once, faults(8, 50));
        assertTrue(once.contains("none"), "some calls do not fail");
        for (Fault fault : Fault.values()) {
            assertTrue(once.contains(fault.exception().getMessage()), "chance knows every fault");
        }
        assertEquals(List.of("none"), faults(7, 0).stream().distinct().toList());
        assertTrue(!faults(7, 100).contains("none"));
    }

    private List<String> faults(long seed, int percent) {
        failing.failByChance(seed, percent);
        List<String> seen = new ArrayList<>();
        IntStream.range(0, 100).forEach(i -> {
            try {
                seen.add(failing.find(Fixtures.negotiation("n").id())
                        .map(found -> "found")
                        .orElse("none"));
            } catch (StoreException fault) {
                seen.add(fault.getMessage());
            }
        });
        failing.mend();
        return seen;
    }

    @Test
    void aDelayedCallIsDoneLateAndTheNextAtOnce() {
        failing.delayNext(1, Duration.ofMillis(50));
        assertTrue(nanos(() -> failing.commit(Commit.of(step()))) >= 50_000_000, "the call has waited");
        failing.delayNext(1, Duration.ofHours(1));
        failing.mend();
        assertEquals(
                2, failing.find(Fixtures.negotiation("n").id()).orElseThrow().revision(), "and was done all the same");
    }

    @Test
    void somebodyElseMayComeFirstWhileACallIsDelayed() throws Exception {
        NegotiationChange late = step();
        failing.delayNext(1, Duration.ofHours(1));
        Thread delayed = new Thread(() -> assertThrows(
                StaleRevisionException.class, () -> failing.commit(Commit.of(late)), "the other one has won"));
        List<Throwable> wrong = new CopyOnWriteArrayList<>();
        delayed.setUncaughtExceptionHandler((thread, failure) -> wrong.add(failure));
        delayed.start();
        while (delayed.isAlive() && delayed.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        sound.commit(Commit.of(Steps.context(sound.find(late.id()).orElseThrow(), "first", true)));
        failing.mend();
        delayed.join();
        assertEquals(List.of(), wrong);
    }

    @Test
    void aDelayEndsWhenItsThreadIsInterruptedAndTheCallIsDone() {
        failing.delayNext(1, Duration.ofHours(1));
        Thread.currentThread().interrupt();
        failing.commit(Commit.of(step()));
        assertTrue(Thread.interrupted(), "the interrupt is kept for others to see");
        assertEquals(2, sound.find(Fixtures.negotiation("n").id()).orElseThrow().revision());
    }

    @Test
    void aLateCallMayFailToo() {
        NegotiationChange step = step();
        failing.delayNext(1, Duration.ofMillis(1));
        failing.failNext(1, Fault.NOT_WRITTEN);
        assertEquals(Outcome.NOT_WRITTEN, failure(step).outcome());
    }

    @Test
    void chanceDelaysSomeCallsForAWhile() {
        failing.delayByChance(7, 100, Duration.ofMillis(2));
        assertTrue(nanos(() -> faultless(20)) >= 1_000_000, "calls come late");
        failing.delayByChance(7, 0, Duration.ofHours(1));
        faultless(20);
        failing.delayByChance(7, 50, Duration.ofHours(1));
        failing.mend();
        faultless(20);
    }

    private void faultless(int calls) {
        for (int i = 0; i < calls; i++) {
            assertTrue(failing.findCampaign(Fixtures.CAMPAIGN).isEmpty());
        }
    }

    private static long nanos(Runnable call) {
        long begun = System.nanoTime();
        call.run();
        return System.nanoTime() - begun;
    }

    @Test
    void howOftenItFailsMustBePossible() {
        assertThrows(IllegalArgumentException.class, () -> failing.failNext(0, Fault.BUSY));
        assertThrows(IllegalArgumentException.class, () -> failing.delayNext(0, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> failing.delayNext(1, Duration.ofMillis(-1)));
        assertThrows(IllegalArgumentException.class, () -> failing.delayByChance(1, 50, Duration.ofHours(2)));
        assertThrows(IllegalArgumentException.class, () -> failing.delayByChance(1, 101, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> failing.failByChance(1, 101));
        assertThrows(IllegalArgumentException.class, () -> failing.failByChance(1, -1));
    }

    @Test
    void closingNeverFails() {
        failing.failNext(1, Fault.NOT_WRITTEN);
        failing.close();
        assertEquals(
                Outcome.NOT_WRITTEN,
                assertThrows(
                                StoreFailureException.class,
                                () -> failing.find(Fixtures.negotiation("n").id()))
                        .outcome());
    }

    private NegotiationChange step() {
        Stored<NegotiationSnapshot> opened = new Desk(sound).open("n");
        return Steps.context(opened, "step", 1);
    }

    private StoreFailureException failure(NegotiationChange step) {
        return assertThrows(StoreFailureException.class, () -> failing.commit(Commit.of(step)));
    }
}
