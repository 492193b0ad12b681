package dev.parley.testkit.contract.recovery;

import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.RESUME;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_COUNTER;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static dev.parley.domain.negotiation.NegotiationEvent.TIMEOUT;
import static dev.parley.testkit.desk.Dispatch.at;
import static dev.parley.testkit.desk.Dispatch.justBefore;

import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.desk.HostileContent;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Deadlines of replies, and which of them are over. */
public interface DeadlineContract extends StoreFactory {
    @Test
    default void aDeadlineReadsBack(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> now = desk.open(waiting("n", null));
        desk.mustRead(now, "no deadline reads back as none");
        for (Instant due : HostileContent.instants()) {
            now = desk.commit(Steps.replyDue(now, due));
            desk.mustRead(now, "a deadline reads back to the microsecond");
            desk.mustRead(desk.open(waiting("opened " + due, due)), "that of an opening, too");
        }
        now = desk.commit(Steps.context(now, "note", "call them"));
        desk.mustRead(now, "a change of something else keeps the deadline");
        now = desk.commit(Steps.replyDue(now, null));
        desk.mustRead(now, "a deadline may be taken away");
    }

    @Test
    default void aReplyIsOverdueFromItsDeadlineOn(NegotiationStore store) {
        Desk desk = new Desk(store);
        for (Instant due : HostileContent.instants()) {
            Stored<NegotiationSnapshot> negotiation = desk.open(waiting("n " + due, due));
            if (due.isAfter(Instant.parse("0001-01-01T00:00:00Z"))) {
                mustBeOverdue(List.of(), justBefore(due), store, "a microsecond before " + due + " it is not");
                mustBeOverdue(List.of(), due.minusNanos(1), store, "nor a nanosecond before " + due);
            }
            mustBeOverdue(
                    List.of(negotiation), due, store, "a reply that is due at " + due + " is overdue from then on");
            mustBeOverdue(List.of(negotiation), due.plusNanos(999), store, "and stays so");
            store.delete(negotiation.value().id(), negotiation.revision());
        }
    }

    @Test
    default void withoutADeadlineNothingIsOverdue(NegotiationStore store) {
        Desk desk = new Desk(store);
        for (NegotiationState state : NegotiationState.values()) {
            desk.openAt(state, "n-" + state);
        }
        mustBeOverdue(List.of(), Dispatch.END_OF_TIME, store, "what has no deadline is never overdue");
    }

    @Test
    default void aPausedNegotiationIsOverdueOnceItIsResumed(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> waiting = desk.open(waiting("n", at(10)));
        Stored<NegotiationSnapshot> paused = desk.step(waiting, PAUSE);
        desk.mustRead(paused, "a pause keeps the deadline");
        mustBeOverdue(List.of(), Dispatch.END_OF_TIME, store, "but nothing is overdue while it is paused");
        Stored<NegotiationSnapshot> resumed = desk.step(paused, RESUME);
        mustBeOverdue(List.of(resumed), at(10), store, "and is again once it is resumed");
        mustBeOverdue(List.of(), justBefore(at(10)), store, "not before its deadline");
        mustBeOverdue(
                List.of(desk.open(waiting("together", at(5)).on(List.of(PAUSE, RESUME), at(61), null))),
                at(5),
                store,
                "a pause that one step begins and ends holds nothing");
    }

    @Test
    default void whatHasGoneOnIsNotOverdue(NegotiationStore store) {
        Desk desk = new Desk(store);
        desk.step(desk.open(waiting("answered", at(10))), RECEIVE_REPLY);
        desk.step(desk.open(waiting("countered", at(10))), RECEIVE_REPLY, SEND_COUNTER);
        desk.step(desk.open(waiting("called off", at(10))), STOP);
        desk.step(desk.step(desk.open(waiting("stopped while paused", at(10))), PAUSE), STOP);
        desk.step(desk.open(waiting("run out", at(10))), TIMEOUT);
        mustBeOverdue(List.of(), Dispatch.END_OF_TIME, store, "what was answered, ended or timed out is not overdue");
    }

    @Test
    default void aClockThatGoesBackUnExpiresNothing(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> overdue = desk.open(waiting("n", at(10)));
        mustBeOverdue(List.of(overdue), at(11), store, "what is overdue is met");
        Stored<NegotiationSnapshot> stale = desk.step(overdue, TIMEOUT);
        for (Instant now : List.of(at(9), at(11), at(-100_000), at(100_000))) {
            mustBeOverdue(List.of(), now, store, "what has timed out is not overdue again, whatever the clock says");
        }
        desk.mustRead(stale, "and stays timed out");
    }

    @Test
    default void aDeadlineMayBeMoved(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> now = desk.open(waiting("n", at(10)));
        now = desk.commit(Steps.replyDue(now, at(20)));
        mustBeOverdue(List.of(), at(19), store, "the deadline that was put off does not count");
        mustBeOverdue(List.of(now), at(20), store, "the one it was put off to does");
        now = desk.commit(Steps.replyDue(now, at(5)));
        mustBeOverdue(List.of(now), at(5), store, "and so it is when it is brought forward");
        desk.commit(Steps.replyDue(now, null));
        mustBeOverdue(List.of(), Dispatch.END_OF_TIME, store, "until it is taken away");
    }

    @Test
    default void theOverdueComeInPagesInTheOrderTheyWereOpened(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<Negotiation> negotiations = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            negotiations.add(waiting("n-" + i, i % 3 == 0 ? null : at(1_000 - i)));
        }
        List<Stored<NegotiationSnapshot>> opened = desk.openAll(negotiations);
        List<Stored<NegotiationSnapshot>> overdue = opened.stream()
                .filter(one -> NegotiationFilter.overdue(at(970)).accepts(one.value()))
                .toList();
        for (int limit : List.of(1, 7, overdue.size(), overdue.size() + 1)) {
            Exactly.equal(
                    overdue,
                    Picture.pages(limit, page -> store.negotiations(NegotiationFilter.overdue(at(970)), page)),
                    "the overdue are met once each, in the order they were opened, with " + limit + " a page");
        }
    }

    /** A negotiation at {@link NegotiationState#AWAITING_REPLY}. */
    private static Negotiation waiting(String id, @Nullable Instant replyDueAt) {
        Negotiation waiting = Fixtures.negotiation(id, NegotiationState.AWAITING_REPLY);
        return waiting.withReplyDue(replyDueAt, waiting.snapshot().updatedAt());
    }

    private static void mustBeOverdue(
            List<Stored<NegotiationSnapshot>> expected, Instant now, NegotiationStore store, String promise) {
        Exactly.equal(
                expected, Picture.pages(2, page -> store.negotiations(NegotiationFilter.overdue(now), page)), promise);
    }
}
