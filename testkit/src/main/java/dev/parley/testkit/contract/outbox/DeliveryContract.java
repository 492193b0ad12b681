package dev.parley.testkit.contract.outbox;

import static dev.parley.testkit.desk.Dispatch.at;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.MessageNotFoundException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StaleDeliveryException;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of owed messages, recorded by commits that say what they were decided on. */
interface DeliveryContract extends StoreFactory {
    @Test
    default void eachStepOfADeliveryReadsBack(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage now = dispatch.sending("n", "m");
        now = mustKeep(dispatch, now, now.deferred(at(1), at(2), "greylisted"));
        now = dispatch.mustClaim(now, at(3), "a deferred message is given at its time");
        now = mustKeep(dispatch, now, now.unconfirmed(at(4), at(5), "connection lost"));
        now = mustKeep(dispatch, now, now.unconfirmed(at(6), null, null));
        now = mustKeep(dispatch, now, now.retried(at(7)));
        now = dispatch.mustClaim(now, at(8), "a retried message is given at once");
        now = mustKeep(dispatch, now, now.failed(at(9), "mailbox full"));
        now = mustKeep(dispatch, now, now.retried(at(10)));
        now = dispatch.mustClaim(now, at(11), "a retried message is given at once");
        mustKeep(dispatch, now, now.sent(at(12), Receipt.plain()));
        OwedMessage other = dispatch.owe("n", "other");
        mustKeep(dispatch, other, other.givenUp(at(13)));
    }

    private static OwedMessage mustKeep(Dispatch dispatch, OwedMessage before, OwedMessage after) {
        dispatch.commit(before, after);
        dispatch.mustRead(after, "a message that is " + after.delivery().state() + " reads back as it was committed");
        return after;
    }

    @Test
    default void aDeliveryDecidedOnSomethingElseIsRefused(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage sending = dispatch.sending("n", "m");
        OwedMessage stands = dispatch.commit(sending, sending.unconfirmed(at(5), at(20), "connection lost"));
        Picture before = Picture.of(store);
        mistaken(stands.delivery()).forEach((what, decidedOn) -> {
            DeliveryChange late = new DeliveryChange(
                    stands.id(), decidedOn, stands.sent(at(6), Receipt.plain()).delivery());
            StaleDeliveryException refused = assertThrows(
                    StaleDeliveryException.class,
                    () -> store.commit(Commit.of(late)),
                    "a delivery that was decided on " + what + " is refused");
            assertEquals(stands.id(), refused.messageId(), "the refusal names the message");
            assertEquals(stands.delivery(), refused.stored(), "the refusal names the delivery that is stored");
            Exactly.equal(before, Picture.of(store), "a refused delivery leaves everything as it was");
        });
        OwedMessage sent = dispatch.commit(stands, stands.sent(at(7), Receipt.plain()));
        dispatch.mustRead(sent, "one that was decided on what stands is taken");
        assertThrows(
                StaleDeliveryException.class,
                () -> dispatch.commit(stands, sent),
                "and not a second time, though equal");
    }

    /** Deliveries that differ from an unconfirmed one in one thing each. */
    private static Map<String, Delivery> mistaken(Delivery it) {
        Map<String, Delivery> mistaken = new LinkedHashMap<>();
        DeliveryState state = DeliveryState.SENDING;
        mistaken.put("another state", new Delivery(state, it.attempts(), it.since(), it.dueAt(), null, it.problem()));
        state = it.state();
        mistaken.put(
                "another number of attempts",
                new Delivery(state, it.attempts() + 1, it.since(), it.dueAt(), null, it.problem()));
        mistaken.put(
                "another time",
                new Delivery(
                        state, it.attempts(), it.since().plus(Dispatch.MICROSECOND), it.dueAt(), null, it.problem()));
        mistaken.put(
                "another due time",
                new Delivery(state, it.attempts(), it.since(), at(20).plus(Dispatch.MICROSECOND), null, it.problem()));
        mistaken.put("no due time", new Delivery(state, it.attempts(), it.since(), null, null, it.problem()));
        mistaken.put(
                "another problem", new Delivery(state, it.attempts(), it.since(), it.dueAt(), null, "mailbox full"));
        mistaken.put("no problem", new Delivery(state, it.attempts(), it.since(), it.dueAt(), null, null));
        return mistaken;
    }

    @Test
    default void aDeliveryDecidedOnAnotherReceiptIsRefused(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage sending = dispatch.sending("n", "m");
        Receipt receipt = new Receipt(new MessageId("<1@provider>"), new ThreadId("t"));
        OwedMessage sent = dispatch.commit(sending, sending.sent(at(1), receipt));
        for (Receipt other : List.of(
                Receipt.plain(),
                new Receipt(receipt.providerMessageId(), null),
                new Receipt(null, receipt.threadId()),
                new Receipt(receipt.providerMessageId(), new ThreadId("T")))) {
            OwedMessage mistaken = sending.sent(at(1), other);
            assertThrows(
                    StaleDeliveryException.class,
                    () -> dispatch.commit(mistaken, sending.sent(at(2), receipt)),
                    "a delivery that was decided on another receipt is refused");
        }
        dispatch.mustRead(sent, "and the receipt stays as it was recorded");
    }

    @Test
    default void anUnknownMessageIsRefused(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        dispatch.owe("n", "m");
        store.commit(Commit.of(Steps.context(new Desk(store).read(new NegotiationId("n")), "heard", "in"))
                .withMessages(List.of(Fixtures.inbound("in", new NegotiationId("n"))), List.of()));
        for (String unknown : List.of("unknown", "M", "m ", "in")) {
            OwedMessage owed = Dispatch.owed(new NegotiationId("n"), unknown, at(0));
            MessageNotFoundException refused = assertThrows(
                    MessageNotFoundException.class,
                    () -> dispatch.commit(owed, owed.givenUp(at(1))),
                    "a delivery of a message that is not owed is refused");
            assertEquals(owed.id(), refused.messageId(), "the refusal names the message");
            assertEquals(Optional.empty(), store.findOwed(owed.id()), "and the message is not found");
        }
    }

    @Test
    default void aMessageAndTheThreadItBindsGoTogether(NegotiationStore store) {
        Desk desk = new Desk(store);
        Dispatch dispatch = new Dispatch(store);
        OwedMessage sending = dispatch.sending("n", "offer");
        Stored<NegotiationSnapshot> before = desk.read(sending.message().negotiationId());
        NegotiationChange bound = Steps.bound(before, "thread");
        OwedMessage sent = sending.sent(at(1), new Receipt(null, new ThreadId("thread")));
        store.commit(Commit.of(bound).withDeliveries(List.of(DeliveryChange.of(sending, sent))));
        dispatch.mustRead(sent, "the message is sent");
        desk.mustRead(Desk.after(bound), "and its thread is bound by the same commit");
        Exactly.equal(
                Optional.of(Desk.after(bound)),
                store.findByThread(new ThreadId("thread")),
                "so that the reply finds its negotiation");
    }

    @Test
    default void aMessageMayBeOwedAndDeliveredByOneCommit(NegotiationStore store) {
        NegotiationChange change = Steps.context(new Desk(store).open("n"), "owes", "m");
        OwedMessage owed = Dispatch.owed(change.id(), "m", at(0));
        OwedMessage sent = owed.sent(at(1), new Receipt(new MessageId("<1@provider>"), null));
        Commit takenOver = Commit.of(change)
                .withMessages(List.of(), List.of(owed.message()))
                .withDeliveries(List.of(DeliveryChange.of(owed, sent)));
        assertDoesNotThrow(() -> store.commit(takenOver), "deliveries are looked at after messages");
        Dispatch dispatch = new Dispatch(store);
        dispatch.mustRead(sent, "a message that is taken over may have been sent already");
        dispatch.mustClaimNothing(Dispatch.END_OF_TIME, "and is not sent again");
    }

    @Test
    default void aDeliveryLeavesTheNegotiationAsItIs(NegotiationStore store) {
        Desk desk = new Desk(store);
        Dispatch dispatch = new Dispatch(store);
        OwedMessage sending = dispatch.sending("n", "m");
        Stored<NegotiationSnapshot> before = desk.read(sending.message().negotiationId());
        dispatch.commit(sending, sending.sent(at(1), new Receipt(null, new ThreadId("thread"))));
        desk.mustRead(before, "a delivery alone neither changes its negotiation nor its revision");
        assertEquals(
                Optional.empty(),
                store.findByThread(new ThreadId("thread")),
                "nor does the thread of a receipt find what no change has bound to it");
    }

    @Test
    default void deliveriesOfADeletedNegotiationAreDeleted(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage kept = dispatch.owe("kept", "kept", at(5));
        Picture before = Picture.of(store);
        OwedMessage sending = dispatch.sending("n", "1");
        OwedMessage waiting = dispatch.owe("n", "2");
        NegotiationId id = waiting.message().negotiationId();
        store.delete(id, new Desk(store).read(id).revision());
        assertEquals(Optional.empty(), store.findOwed(sending.id()), "an owed message goes with its negotiation");
        Exactly.equal(before, Picture.of(store), "and nothing of its delivery is left");
        assertThrows(
                MessageNotFoundException.class,
                () -> dispatch.commit(sending, sending.sent(at(1), Receipt.plain())),
                "what comes of it later is refused");
        OwedMessage again = dispatch.owe("n", "1", at(9));
        dispatch.mustClaim(kept, at(10), "what other negotiations owe is still owed");
        dispatch.mustClaim(again, at(10), "and under its id a new message may be owed, which begins anew");
    }
}
