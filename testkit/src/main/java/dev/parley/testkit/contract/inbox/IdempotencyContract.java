package dev.parley.testkit.contract.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.junit.StoreFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names of steps, under which none is committed twice. */
interface IdempotencyContract extends StoreFactory {
    @Test
    default void aStepIsCommittedOnceUnderItsKey(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationChange first = Steps.context(desk.open("n"), "step", 1);
        store.commit(Commit.of(first).named(step()));
        Commit again = Commit.of(Steps.context(Desk.after(first), "step", 2)).named(step());
        DuplicateStepException refused = assertThrows(
                DuplicateStepException.class,
                () -> store.commit(again),
                "a step whose key was committed is refused, though it was decided on the revision that stands");
        assertEquals(step().key(), refused.recorded().step().key(), "the refusal names the key");
        assertEquals(first.id(), refused.negotiationId(), "the refusal names the negotiation");
        desk.mustRead(Desk.after(first), "a refused step leaves the negotiation as it was");
    }

    @Test
    default void anOpeningMayHaveAKey(NegotiationStore store) {
        Desk desk = new Desk(store);
        desk.register(Fixtures.CAMPAIGN.value());
        NegotiationChange opened =
                NegotiationChange.opened(Fixtures.negotiation("n").snapshot());
        store.commit(Commit.of(opened).named(step()));
        Commit again = Commit.of(Steps.context(Desk.after(opened), "step", 1)).named(step());
        assertThrows(DuplicateStepException.class, () -> store.commit(again), "the key of an opening is kept, too");
    }

    @Test
    default void keysOfDifferentNegotiationsDoNotMeet(NegotiationStore store) {
        Desk desk = new Desk(store);
        for (String id : List.of("one", "two")) {
            NegotiationChange change = Steps.context(desk.open(id), "step", 1);
            store.commit(Commit.of(change).named(step()));
            desk.mustRead(Desk.after(change), "each negotiation has its own keys");
        }
    }

    @Test
    default void otherKeysAndNoKeyDoNotMeet(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> now = desk.open("n");
        for (String key : List.of("step", "Step", "step ", " step", "stép", "ste\u0301p")) {
            NegotiationChange named = Steps.context(now, "step", key);
            store.commit(Commit.of(named).named(Fixtures.step(key)));
            now = desk.commit(Steps.context(Desk.after(named), "step", "without a key"));
            desk.mustRead(now, "a key is its characters, and steps without one never meet");
        }
    }

    @Test
    default void aRefusedStepMayBeTriedAgainUnderItsKey(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> now = desk.open("n");
        NegotiationChange owing = Steps.context(now, "step", 1);
        var message = Fixtures.outbound("m", owing.id());
        Commit refused = Commit.of(owing)
                .withMessages(List.of(), List.of(message, message))
                .named(step());
        assertThrows(DuplicateMessageException.class, () -> store.commit(refused), "messages are looked at");
        Commit repaired = refused.withMessages(List.of(), List.of(message));
        store.commit(repaired);
        desk.mustRead(Desk.after(owing), "a refused step does not use up its key");
        Commit again = Commit.of(Steps.context(Desk.after(owing), "step", 2)).named(step());
        assertThrows(DuplicateStepException.class, () -> store.commit(again), "one that was committed does");
    }

    private static NamedStep step() {
        return Fixtures.step("step");
    }
}
