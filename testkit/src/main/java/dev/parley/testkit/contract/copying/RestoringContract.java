package dev.parley.testkit.contract.copying;

import static dev.parley.testkit.desk.Dispatch.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.desk.HostileContent;
import dev.parley.testkit.desk.Moving;
import dev.parley.testkit.junit.CopyableStoreFactory;
import dev.parley.testkit.walk.RandomWalk;
import dev.parley.testkit.walk.Seeds;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What another store held stands here as it stood there. */
interface RestoringContract extends CopyableStoreFactory {
    @RepeatedTest(2)
    default void whatIsRestoredReadsAsItDid(CopyableStore store, RepetitionInfo repetition) {
        long seed = Seeds.first() + repetition.getCurrentRepetition() - 1;
        try (InMemoryNegotiationStore other = new InMemoryNegotiationStore()) {
            RandomWalk.drive(other, seed, 60);
            Moving there = new Moving(other, store);
            there.all();
            there.mustBeAlike("what is restored reads as it did; " + Seeds.toRunAgain(seed));
        }
    }

    @RepeatedTest(2)
    default void copiesSayAllThereIs(CopyableStore store, RepetitionInfo repetition) {
        long seed = Seeds.first() + repetition.getCurrentRepetition() + 10;
        try (InMemoryNegotiationStore first = new InMemoryNegotiationStore();
                InMemoryNegotiationStore second = new InMemoryNegotiationStore()) {
            RandomWalk.drive(first, seed, 60);
            new Moving(first, store).all();
            new Moving(store, second).all();
            new Moving(first, second)
                    .mustBeAlike("what went there and back reads as it did; " + Seeds.toRunAgain(seed));
        }
    }

    @Test
    default void aRestoredNegotiationGoesOnFromItsRevision(CopyableStore store) {
        Stored<NegotiationSnapshot> there;
        Commit named;
        try (InMemoryNegotiationStore other = new InMemoryNegotiationStore()) {
            Desk desk = new Desk(other);
            NegotiationChange step = Steps.to(NegotiationState.AWAITING_REPLY, desk.open("n"));
            named = Commit.of(step).named(Fixtures.step("the step"));
            other.commit(named);
            there = desk.step(Desk.after(step), NegotiationEvent.PAUSE);
            new Moving(other, store).all();
        }
        Desk desk = new Desk(store);
        desk.mustRead(there, "a restored negotiation stands at the revision it had");
        assertThrows(
                DuplicateStepException.class,
                () -> store.commit(named),
                "a step that was taken in the other store is known here");
        NegotiationChange stale = new NegotiationChange(there.value(), there.revision() - 1, 0);
        assertThrows(
                StaleRevisionException.class,
                () -> store.commit(Commit.of(stale)),
                "a change that was decided on an earlier revision is refused");
        Stored<NegotiationSnapshot> after = desk.step(there, NegotiationEvent.RESUME);
        desk.mustRead(after, "and goes on from there");
    }

    @Test
    default void aRestoredMessageIsSentAsFarAsItHasNotBeen(CopyableStore store) {
        OwedMessage sending;
        OwedMessage sent;
        try (InMemoryNegotiationStore other = new InMemoryNegotiationStore()) {
            Dispatch dispatch = new Dispatch(other);
            OwedMessage first = dispatch.sending("1", "sent");
            sent = dispatch.commit(first, first.sent(at(1), Receipt.plain()));
            sending = dispatch.sending("2", "sending");
            dispatch.owe("2", "behind it");
            new Moving(other, store).all();
        }
        Dispatch here = new Dispatch(store);
        here.mustRead(sent, "what was sent stays so");
        here.mustClaimNothing(at(1), "nobody else gets what is being sent, nor what waits behind it");
        here.mustClaim(sending, at(0).plus(Dispatch.HOLD), "what nobody has reported on is unconfirmed for the next");
    }

    @Test
    default void messagesOfAllNegotiationsKeepTheirOrder(CopyableStore store) {
        try (InMemoryNegotiationStore other = new InMemoryNegotiationStore()) {
            Dispatch dispatch = new Dispatch(other);
            for (int i = 0; i < 12; i++) {
                dispatch.owe("n-" + i % 3, "m-" + (i * 7) % 12, at(i));
            }
            Moving there = new Moving(other, store);
            there.all();
            there.mustBeAlike("messages of all negotiations are in the order they were committed");
        }
    }

    @Test
    default void hostileContentIsRestoredToTheCharacter(CopyableStore store) {
        try (InMemoryNegotiationStore other = new InMemoryNegotiationStore()) {
            Desk desk = new Desk(other);
            for (String name : HostileContent.attributes().keySet()) {
                Attributes content = HostileContent.attributes().get(name);
                Stored<NegotiationSnapshot> before = desk.open("n " + name);
                desk.commit(Steps.context(before, "hostile", content));
            }
            Moving there = new Moving(other, store);
            there.all();
            there.mustBeAlike("every character, scale and key is restored in its place");
        }
    }

    @Test
    default void aLongHistoryIsRestoredWholeAndContinued(CopyableStore store) {
        Stored<NegotiationSnapshot> now;
        try (InMemoryNegotiationStore other = new InMemoryNegotiationStore()) {
            Desk desk = new Desk(other);
            now = desk.open("n");
            for (int i = 0; i < 40; i++) {
                now = desk.step(now, i % 2 == 0 ? NegotiationEvent.PAUSE : NegotiationEvent.RESUME);
            }
            new Moving(other, store).all();
        }
        Desk here = new Desk(store);
        here.mustRead(now, "a long history is restored whole");
        here.mustRead(here.step(now, NegotiationEvent.PAUSE), "and continued");
        assertEquals(
                store.find(new NegotiationId("n")),
                store.copyOf(new NegotiationId("n")).map(copy -> copy.stored()),
                "a copy says what the negotiation does");
    }
}
