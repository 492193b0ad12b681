package dev.parley.testkit.contract.reopening;

import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Backlog;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.desk.HostileContent;
import dev.parley.testkit.junit.ReopenableStoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import dev.parley.testkit.walk.RandomWalk;
import dev.parley.testkit.walk.Seeds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What outlives a store: everything. */
public interface ReopeningContract extends ReopenableStoreFactory {
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
        NamedStep key = Fixtures.step("step");
        store.commit(Commit.of(first).named(key));
        store.close();
        try (NegotiationStore reopened = reopen()) {
            Commit again =
                    Commit.of(Steps.context(Desk.after(first), "step", 2)).named(key);
            assertThrows(DuplicateStepException.class, () -> reopened.commit(again), "a key outlives the store");
        }
    }

    @Test
    default void deliveriesStepsAndDeadlinesAreThereAfterOpeningAgain(NegotiationStore store) throws Exception {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage sending = dispatch.sending("n", "sending");
        OwedMessage behind = dispatch.owe("n", "behind it");
        OwedMessage sent = dispatch.owe("other", "sent");
        OwedMessage delivered =
                sent.sent(Dispatch.at(1), new Receipt(new MessageId("<1@provider>"), new ThreadId("provider's")));
        dispatch.commit(sent, delivered);
        Stored<NegotiationSnapshot> offered = new Desk(store).openAt(NegotiationState.AWAITING_REPLY, "waiting");
        NegotiationChange waiting = Steps.replyDue(offered, Dispatch.at(10));
        NamedStep name = Fixtures.step("wait");
        store.commit(Commit.of(waiting).named(name));
        store.close();
        try (NegotiationStore reopened = reopen()) {
            new Desk(reopened).mustRead(Desk.after(waiting), "a deadline outlives the store");
            assertEquals(
                    Optional.of(new RecordedStep(
                            name,
                            waiting.newRevision(),
                            NegotiationState.AWAITING_REPLY,
                            waiting.snapshot().updatedAt())),
                    reopened.findStep(waiting.id(), name.key()),
                    "so does what came of a step");
            assertEquals(
                    new Backlog(1, 1, 1, 0, 0, 0),
                    reopened.backlog(Dispatch.at(100)),
                    "so does what waits to be looked after");
            Dispatch again = new Dispatch(reopened);
            again.mustRead(delivered, "so does a receipt");
            again.mustRead(behind, "so does what waits for its turn");
            again.mustClaimNothing(Dispatch.at(59), "a claim outlives the dispatcher that had it");
            again.mustClaim(sending, Dispatch.at(60), "and is unconfirmed for the next once its time is over");
        }
    }

    @Test
    default void whatIsForgottenStaysForgottenAfterOpeningAgain(NegotiationStore store) throws Exception {
        NegotiationChange ended = Steps.events(new Desk(store).open("n"), STOP);
        NamedStep name = Fixtures.step("the stop");
        store.commit(Commit.of(ended)
                .withMessages(List.of(Fixtures.inbound("in", ended.id())), List.of())
                .named(name));
        assertEquals(1, store.forgetHandled(Dispatch.END_OF_TIME, 1), "what has ended is forgotten");
        store.close();
        try (NegotiationStore reopened = reopen()) {
            assertEquals(List.of(), reopened.handledBy(ended.id()), "a forgotten message does not come back");
            assertEquals(Optional.empty(), reopened.findStep(ended.id(), name.key()), "nor does the name of a step");
            new Desk(reopened).mustRead(Desk.after(ended), "the negotiation is still there");
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
}
