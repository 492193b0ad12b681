package dev.parley.testkit.contract.outbox;

import static dev.parley.testkit.desk.Dispatch.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StaleDeliveryException;
import dev.parley.testkit.desk.Claims;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.desk.Race;
import dev.parley.testkit.junit.StoreFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many dispatchers at once: each message has one sender. */
interface OutboxRaceContract extends StoreFactory {
    @RepeatedTest(3)
    default void ofManyThreadsThatClaimOneMessageExactlyOneGetsIt(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage owed = dispatch.owe("n", "m");
        Claims.mustBeOne(owed, List.of(store), "of many threads that claim one message one gets it");
    }

    @RepeatedTest(3)
    default void ofManyThreadsThatTakeWhatIsOverExactlyOneGetsIt(NegotiationStore store) {
        OwedMessage over = new Dispatch(store).sending("n", "m");
        Claims.mustBeOne(over, List.of(store), "of many threads that take what was abandoned one gets it");
    }

    @Test
    default void manyDispatchersSendEachMessageOnceAndInOrder(NegotiationStore store) {
        int each = 5;
        for (int i = 0; i < each; i++) {
            for (int negotiation = 0; negotiation < Race.THREADS; negotiation++) {
                new Dispatch(store).owe("n-" + negotiation, "m-" + negotiation + "-" + i);
            }
        }
        ConcurrentLinkedQueue<MessageId> sent = new ConcurrentLinkedQueue<>();
        Race.of(4, number -> send(new Dispatch(store), sent, each * Race.THREADS))
                .mustAllWin("a message that one dispatcher has is changed by no other");
        Set<MessageId> distinct = new HashSet<>(sent);
        assertEquals(distinct.size(), sent.size(), "no message is sent twice");
        assertEquals(each * Race.THREADS, distinct.size(), "every message is sent");
        List<MessageId> order = List.copyOf(sent);
        for (int negotiation = 0; negotiation < Race.THREADS; negotiation++) {
            NegotiationId id = new NegotiationId("n-" + negotiation);
            List<MessageId> owed =
                    store.owedBy(id).stream().map(OwedMessage::id).toList();
            assertEquals(
                    owed,
                    order.stream().filter(owed::contains).toList(),
                    "the messages of one negotiation are sent in the order they are owed");
        }
    }

    private static void send(Dispatch dispatch, ConcurrentLinkedQueue<MessageId> sent, int all) {
        while (sent.size() < all && !Thread.currentThread().isInterrupted()) {
            Optional<OwedMessage> claimed = dispatch.claim(at(0));
            claimed.ifPresent(message -> {
                sent.add(message.id());
                dispatch.commit(message, message.sent(at(1), Receipt.plain()));
            });
            if (claimed.isEmpty()) {
                Thread.onSpinWait();
            }
        }
    }

    @RepeatedTest(3)
    default void ofManyResultsOfOneAttemptExactlyOneIsRecorded(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        OwedMessage sending = dispatch.sending("n", "m");
        List<OwedMessage> results = IntStream.range(0, Race.THREADS)
                .mapToObj(number -> sending.failed(at(1), "as thread " + number + " says"))
                .toList();
        int winner = Race.of(Race.THREADS, number -> dispatch.commit(sending, results.get(number)))
                .onlyWinner(
                        StaleDeliveryException.class,
                        "of results that were decided on one delivery one is recorded, the others are stale");
        dispatch.mustRead(results.get(winner), "the winner of the race reads back");
    }
}
