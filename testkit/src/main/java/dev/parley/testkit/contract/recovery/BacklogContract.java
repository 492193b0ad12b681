package dev.parley.testkit.contract.recovery;

import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.TIMEOUT;
import static dev.parley.testkit.desk.Dispatch.at;
import static dev.parley.testkit.desk.Dispatch.justBefore;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Backlog;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.junit.StoreFactory;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What waits to be looked after, counted. */
interface BacklogContract extends StoreFactory {
    @Test
    default void inANewStoreNothingWaits(NegotiationStore store) {
        assertEquals(new Backlog(0, 0, 0, 0, 0, 0), store.backlog(at(0)), "in a new store nothing waits");
    }

    @Test
    default void theOverdueAreCountedFromTheirDeadlineOn(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> first = desk.open(waiting("first", at(10)));
        Stored<NegotiationSnapshot> second = desk.open(waiting("second", at(20)));
        desk.step(desk.open(waiting("on hold", at(10))), PAUSE);
        mustCountOverdue(0, justBefore(at(10)), store, "nothing is overdue before its deadline");
        mustCountOverdue(1, at(10), store, "what is overdue is counted from its deadline on, unless it is paused");
        mustCountOverdue(1, justBefore(at(20)), store, "each from its own");
        mustCountOverdue(2, at(20), store, "each from its own");
        desk.step(first, TIMEOUT);
        mustCountOverdue(1, at(30), store, "what has timed out is counted no more");
        store.delete(second.value().id(), second.revision());
        mustCountOverdue(0, at(30), store, "nor is what is deleted");
    }

    @Test
    default void whatIsToBeSentIsOwedWhetherItIsDueOrNot(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        dispatch.owe("n", "due", at(0));
        dispatch.owe("n", "behind it", at(0));
        dispatch.owe("other", "in the future", at(5_000));
        mustCount(3, 0, 0, at(10), store, "what is to be sent is owed, due or not, and waiting for its turn or not");
        mustCount(3, 0, 0, at(-10), store, "whatever the clock says");
    }

    @Test
    default void aClaimThatIsOverCountsAsUnconfirmedBeforeAnybodyTakesIt(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage sending = dispatch.sending("n", "m");
        dispatch.owe("n", "behind it");
        Instant over = at(0).plus(Dispatch.HOLD);
        mustCount(2, 0, 0, justBefore(over), store, "what is being sent is owed");
        mustCount(1, 1, 0, over, store, "once its sender's time is over nobody knows whether it went out");
        mustCount(2, 0, 0, at(1), store, "which is a matter of the time that is asked about");
        dispatch.mustClaim(sending, over, "a claim that is over is given to the next");
        mustCount(1, 1, 0, over, store, "somebody who asks about it changes nothing in that");
    }

    @Test
    default void whatWaitsForAHumanIsCounted(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage first = dispatch.sending("1", "failed");
        dispatch.commit(first, first.failed(at(1), "no such mailbox"));
        OwedMessage second = dispatch.sending("2", "left to a human");
        OwedMessage unconfirmed = dispatch.commit(second, second.unconfirmed(at(1), null, "connection lost"));
        OwedMessage third = dispatch.sending("3", "to be asked about");
        dispatch.commit(third, third.unconfirmed(at(1), at(900), "connection lost"));
        mustCount(0, 2, 1, at(5), store, "what failed and what is unconfirmed is counted, each apart");
        dispatch.commit(unconfirmed, unconfirmed.retried(at(6)));
        mustCount(1, 1, 1, at(7), store, "what a human wants sent again is owed");
    }

    @Test
    default void whatIsSettledIsNotCounted(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage sent = dispatch.sending("n", "sent");
        dispatch.commit(sent, sent.sent(at(1), Receipt.plain()));
        OwedMessage givenUp = dispatch.owe("n", "given up");
        dispatch.commit(givenUp, givenUp.givenUp(at(2)));
        mustCount(0, 0, 0, Dispatch.END_OF_TIME, store, "what is sent or given up waits for nothing");
    }

    @Test
    default void whatADeletedNegotiationOwedIsNotCounted(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage failed = dispatch.sending("n", "failed");
        dispatch.commit(failed, failed.failed(at(1), "no such mailbox"));
        dispatch.sending("n other", "sending");
        dispatch.owe("n", "pending");
        for (String id : new String[] {"n", "n other"}) {
            NegotiationId deleted = new NegotiationId(id);
            store.delete(deleted, new Desk(store).read(deleted).revision());
        }
        assertEquals(new Backlog(0, 0, 0, 0, 0, 0), store.backlog(at(500)), "nothing waits of what is deleted");
    }

    private static Negotiation waiting(String id, Instant replyDueAt) {
        return Fixtures.negotiation(id, NegotiationState.AWAITING_REPLY).withReplyDue(replyDueAt, at(60));
    }

    private static void mustCountOverdue(long expected, Instant now, NegotiationStore store, String promise) {
        assertEquals(new Backlog(expected, 0, 0, 0, 0, 0), store.backlog(now), promise);
    }

    private static void mustCount(
            long owed, long unconfirmed, long failed, Instant now, NegotiationStore store, String promise) {
        assertEquals(new Backlog(0, owed, unconfirmed, failed, 0, 0), store.backlog(now), promise);
    }
}
