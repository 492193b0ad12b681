package dev.parley.testkit.contract.outbox;

import static dev.parley.testkit.desk.Dispatch.at;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.junit.StoreFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The order of messages: within one negotiation none overtakes another, and none waits for another negotiation. */
interface OutboxOrderContract extends StoreFactory {
    @TestFactory
    default Stream<DynamicTest> aLaterMessageWaitsUntilTheEarlierIsSettled(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        Map<String, UnaryOperator<OwedMessage>> unsettled = new LinkedHashMap<>();
        unsettled.put("is being sent", sending -> sending);
        unsettled.put("is unconfirmed", sending -> sending.unconfirmed(at(1), null, "no answer"));
        unsettled.put("is to be asked about", sending -> sending.unconfirmed(at(1), at(100), null));
        unsettled.put("has failed", sending -> sending.failed(at(1), "mailbox full"));
        unsettled.put("is put off", sending -> sending.deferred(at(1), at(100), "greylisted"));
        return unsettled.entrySet().stream()
                .map(hold -> dynamicTest("the earlier " + hold.getKey(), () -> {
                    String promise = "while an earlier message of its negotiation " + hold.getKey();
                    OwedMessage sending = dispatch.sending(hold.getKey(), "first, it " + hold.getKey());
                    OwedMessage second = dispatch.owe(hold.getKey(), "second, the first " + hold.getKey());
                    OwedMessage held = hold.getValue().apply(sending);
                    if (!held.equals(sending)) {
                        dispatch.commit(sending, held);
                    }
                    dispatch.mustClaimNothing(at(50), "no message is given " + promise);
                    dispatch.mustRead(second, "a message stays pending " + promise);
                    dispatch.commit(held, held.sent(at(51), Receipt.plain()));
                    OwedMessage claimed =
                            dispatch.mustClaim(second, at(52), "the next one is given once the earlier is sent");
                    dispatch.commit(claimed, claimed.sent(at(53), Receipt.plain()));
                }));
    }

    @Test
    default void whatIsGivenUpHoldsNothing(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage first = dispatch.owe("n", "first", at(100));
        OwedMessage second = dispatch.owe("n", "second");
        dispatch.mustClaimNothing(at(1), "a message that is not due yet holds those behind it");
        dispatch.commit(first, first.givenUp(at(2)));
        dispatch.mustClaim(second, at(3), "a message that is given up holds none");
    }

    @Test
    default void theOrderIsThatOfTheCommits(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage z = dispatch.owe("n", "z", at(30));
        OwedMessage a = dispatch.owe("n", "a", at(10));
        OwedMessage m = dispatch.owe("n", "m", at(20));
        for (OwedMessage next : List.of(z, a, m)) {
            OwedMessage claimed = dispatch.mustClaim(
                    next, at(40), "messages go in the order they were committed, whatever their ids and times");
            dispatch.mustClaimNothing(at(40), "one at a time");
            dispatch.commit(claimed, claimed.sent(at(41), Receipt.plain()));
        }
    }

    @Test
    default void messagesOfOneCommitGoInTheirOrder(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        NegotiationChange change = Steps.context(new Desk(store).open("n"), "owes", "several");
        List<OwedMessage> owed = Stream.of("y", "b", "x")
                .map(id -> Dispatch.owed(change.id(), id, at(0)))
                .toList();
        store.commit(Commit.of(change)
                .withMessages(List.of(), owed.stream().map(OwedMessage::message).toList()));
        for (OwedMessage next : owed) {
            OwedMessage claimed = dispatch.mustClaim(next, at(1), "messages of one commit go in their order");
            dispatch.commit(claimed, claimed.sent(at(2), Receipt.plain()));
        }
    }

    @Test
    default void otherNegotiationsAreNotHeld(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        dispatch.sending("busy", "1");
        dispatch.owe("busy", "2");
        OwedMessage other = dispatch.owe("other", "3", at(5));
        dispatch.mustClaim(other, at(5), "a message waits for those of its own negotiation alone");
    }

    @Test
    default void onlySendingWaitsForItsTurn(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage first = dispatch.owe("n", "first", at(100));
        OwedMessage second = dispatch.owe("n", "second");
        OwedMessage begun = new OwedMessage(
                second.message(), new Delivery(DeliveryState.UNCONFIRMED, 1, at(0), at(5), null, "no answer"));
        dispatch.commit(second, begun);
        dispatch.mustClaim(begun, at(5), "what is unconfirmed may be asked about, though an earlier one is not sent");
        dispatch.mustRead(first, "which stays as it is");
    }

    @Test
    default void manyThatWaitDoNotHideOneThatIsDue(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        int blocked = 700;
        List<OwedMessage> firsts = IntStream.range(0, blocked)
                .mapToObj(i -> Dispatch.owed(new NegotiationId("n-" + i), "first-" + i, at(0)))
                .toList();
        List<OwedMessage> seconds = IntStream.range(0, blocked)
                .mapToObj(i -> Dispatch.owed(new NegotiationId("n-" + i), "second-" + i, at(0)))
                .toList();
        List<NegotiationChange> opened = firsts.stream()
                .map(one -> Fixtures.negotiation(one.message().negotiationId().value())
                        .snapshot())
                .map(NegotiationChange::opened)
                .toList();
        store.commit(Commit.of(List.of(Fixtures.campaign(Fixtures.CAMPAIGN)), opened)
                .withMessages(
                        List.of(),
                        Stream.concat(firsts.stream(), seconds.stream())
                                .map(OwedMessage::message)
                                .toList()));
        store.commit(Commit.of(List.of(), List.of())
                .withDeliveries(firsts.stream().map(OutboxOrderContract::failed).toList()));
        dispatch.mustClaimNothing(at(10), "those behind a failed message wait, however many they are");
        OwedMessage due = dispatch.owe("due", "due", at(9));
        dispatch.mustClaim(due, at(10), "700 that wait for their turn do not hide one that is due");
        dispatch.mustClaimNothing(at(10), "and stay where they are");
    }

    private static DeliveryChange failed(OwedMessage owed) {
        OwedMessage sending = owed.claimed(at(0), at(60));
        return DeliveryChange.of(owed, sending.failed(at(1), "mailbox full"));
    }
}
