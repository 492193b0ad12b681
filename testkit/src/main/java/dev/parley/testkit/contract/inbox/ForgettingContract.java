package dev.parley.testkit.contract.inbox;

import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static dev.parley.testkit.desk.Dispatch.at;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Agreed;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Forgetting what negotiations have handled that have ended. */
interface ForgettingContract extends StoreFactory {
    /** More negotiations than any of these tests has. */
    int ALL = PageRequest.MAX_LIMIT;

    @Test
    default void whatAnEndedNegotiationHandledIsForgotten(NegotiationStore store) {
        Stored<NegotiationSnapshot> ended = ended("n", new Desk(store));
        assertEquals(1, store.forgetHandled(after(ended), ALL), "a negotiation that has ended is forgotten for");
        mustHaveForgotten(ended, store);
        assertEquals(0, store.forgetHandled(after(ended), ALL), "a second time there is nothing left to forget");
    }

    @Test
    default void onlyWhatHasEndedBeforeIsForgotten(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> ended = ended("n", desk);
        Instant endedAt = ended.value().updatedAt();
        assertEquals(0, store.forgetHandled(endedAt, ALL), "what has changed at that very time has not ended before");
        assertEquals(0, store.forgetHandled(endedAt.minus(Dispatch.MICROSECOND), ALL), "nor what has changed later");
        mustRemember(ended, store);
        Stored<NegotiationSnapshot> noted = desk.commit(Steps.context(ended, "note", "audited"));
        assertEquals(0, store.forgetHandled(after(ended), ALL), "a later change keeps it longer");
        mustRemember(noted, store);
        assertEquals(1, store.forgetHandled(after(noted), ALL), "a microsecond later it is forgotten");
        mustHaveForgotten(noted, store);
    }

    @Test
    default void whatIsInFlightIsNeverForgotten(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<Stored<NegotiationSnapshot>> inFlight = new ArrayList<>();
        for (NegotiationState state : NegotiationState.values()) {
            Stored<NegotiationSnapshot> handled = handled(Steps.to(state, desk.open("n-" + state)), store);
            if (!state.isTerminal()) {
                inFlight.add(handled);
            }
        }
        int ended = NegotiationState.values().length - inFlight.size();
        assertEquals(
                ended, store.forgetHandled(Dispatch.END_OF_TIME, ALL), "of all states only ended ones are forgotten");
        inFlight.forEach(negotiation -> mustRemember(negotiation, store));
    }

    @Test
    default void nothingElseIsForgotten(NegotiationStore store) {
        Desk desk = new Desk(store);
        Agreed.to("25.50", "a deal", desk);
        Stored<NegotiationSnapshot> ended = ended("n", desk);
        Picture before = Picture.of(store);
        OwedMessage owed = Dispatch.owed(ended.value().id(), "out n", at(0));
        store.forgetHandled(Dispatch.END_OF_TIME, ALL);
        desk.mustRead(ended, "the negotiation and its history stay, at their revision");
        Picture after = Picture.of(store);
        Exactly.equal(before.negotiations(), after.negotiations(), "all negotiations stay");
        Exactly.equal(before.campaigns(), after.campaigns(), "campaigns and agreements stay");
        Exactly.equal(before.owed(), after.owed(), "owed messages stay");
        new Dispatch(store).mustClaim(owed, at(1), "and are still sent");
    }

    @Test
    default void noMoreNegotiationsThanTheLimitAreForgottenFor(NegotiationStore store) {
        Desk desk = new Desk(store);
        for (int i = 0; i < 5; i++) {
            ended("n-" + i, desk);
        }
        desk.step(desk.open("has handled nothing"), STOP);
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            counts.add(store.forgetHandled(Dispatch.END_OF_TIME, 2));
        }
        assertEquals(List.of(2, 2, 1, 0), counts, "two are forgotten for at a time, until fewer are left");
        for (int limit : new int[] {0, -1, PageRequest.MAX_LIMIT + 1}) {
            assertThrows(
                    InvalidValueException.class,
                    () -> store.forgetHandled(Dispatch.END_OF_TIME, limit),
                    "a limit of " + limit + " is refused");
        }
    }

    @Test
    default void messagesOrNamesAloneAreForgottenToo(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationChange named = Steps.events(desk.open("named"), STOP);
        store.commit(Commit.of(named).named(Fixtures.step("step")));
        NegotiationChange answering = Steps.events(desk.open("answering"), STOP);
        store.commit(Commit.of(answering).withMessages(List.of(Fixtures.inbound("in", answering.id())), List.of()));
        assertEquals(2, store.forgetHandled(Dispatch.END_OF_TIME, ALL), "a message alone or a name alone counts");
        assertEquals(
                Optional.empty(),
                store.findStep(named.id(), Fixtures.step("step").key()),
                "the name is forgotten");
        assertEquals(List.of(), store.handledBy(answering.id()), "the message is forgotten");
    }

    @Test
    default void whatIsForgottenIsNoLongerRefused(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> ended = ended("n", desk);
        NegotiationChange again = Steps.context(ended, "note", "once more");
        Commit message = Commit.of(again).withMessages(List.of(Fixtures.inbound("in", again.id())), List.of());
        Commit name = Commit.of(again).named(Fixtures.step("step"));
        assertThrows(DuplicateMessageException.class, () -> store.commit(message), "a message is remembered at first");
        assertThrows(DuplicateStepException.class, () -> store.commit(name), "and so is the name of a step");
        store.forgetHandled(after(ended), ALL);
        assertDoesNotThrow(
                () -> store.commit(message.named(Fixtures.step("step"))),
                "what is forgotten is no longer refused when it comes again");
        desk.mustRead(Desk.after(again), "what is forgotten is new when it comes again");
        mustRemember(Desk.after(again), store);
    }

    /** A negotiation that has ended, with a message and a step remembered and a message owed. */
    private static Stored<NegotiationSnapshot> ended(String id, Desk desk) {
        return handled(Steps.events(desk.open(id), STOP), desk.store());
    }

    private static Stored<NegotiationSnapshot> handled(NegotiationChange change, NegotiationStore store) {
        NegotiationId id = change.id();
        store.commit(Commit.of(change)
                .withMessages(List.of(Fixtures.inbound("in", id)), List.of(Fixtures.outbound("out " + id, id)))
                .named(Fixtures.step("step")));
        return Desk.after(change);
    }

    private static Instant after(Stored<NegotiationSnapshot> ended) {
        return ended.value().updatedAt().plus(Dispatch.MICROSECOND);
    }

    private static void mustRemember(Stored<NegotiationSnapshot> negotiation, NegotiationStore store) {
        NegotiationId id = negotiation.value().id();
        Exactly.equal(List.of(Fixtures.inbound("in", id)), store.handledBy(id), "what it handled is remembered");
        assertEquals(
                Optional.of(Fixtures.step("step")),
                store.findStep(id, Fixtures.step("step").key()).map(recorded -> recorded.step()),
                "and so is the name of its step");
    }

    private static void mustHaveForgotten(Stored<NegotiationSnapshot> negotiation, NegotiationStore store) {
        NegotiationId id = negotiation.value().id();
        assertEquals(List.of(), store.handledBy(id), "what it handled is forgotten");
        assertEquals(
                Optional.empty(), store.findStep(id, Fixtures.step("step").key()), "and so is the name of its step");
    }
}
