package dev.parley.application.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many dispatch at once. */
class DispatchRaceTest {
    private static final int THREADS = 4;
    private static final long PATIENCE_IN_SECONDS = 60;

    private final Outgoing outgoing = new Outgoing();

    private long sentByAll(MessageSender sender) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier together = new CyclicBarrier(THREADS);
        try {
            List<Future<DispatchReport>> reports = IntStream.range(0, THREADS)
                    .mapToObj(i -> pool.submit(() -> {
                        together.await();
                        return outgoing.dispatcher(sender, UnconfirmedPolicy.leaveToHuman())
                                .dispatch();
                    }))
                    .toList();
            long sent = 0;
            for (Future<DispatchReport> report : reports) {
                assertEquals(
                        List.of(),
                        report.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS).deviations());
                sent += report.get().sent();
            }
            return sent;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void eachMessageIsSentOnceAndInOrder() throws Exception {
        Map<String, List<String>> owed = new ConcurrentHashMap<>();
        for (int i = 0; i < 400; i++) {
            String negotiation = "n-" + i % 20;
            outgoing.owe(negotiation, "m-" + i);
            owed.computeIfAbsent(negotiation, absent -> new ArrayList<>()).add("m-" + i);
        }
        Map<String, List<String>> sent = new ConcurrentHashMap<>();

        long reported = sentByAll(message -> {
            sent.computeIfAbsent(message.message().negotiationId().value(), absent -> new ArrayList<>())
                    .add(message.id().value());
            return SendResult.sent(Receipt.plain());
        });

        assertEquals(400, reported);
        assertEquals(owed, sent);
    }

    @Test
    void sendersOfSeveralNegotiationsAreAtWorkAtOnce() throws Exception {
        List<MessageId> owed = IntStream.range(0, THREADS)
                .mapToObj(i -> outgoing.owe("n-" + i, "m-" + i))
                .toList();
        CyclicBarrier allHaveOne = new CyclicBarrier(THREADS);
        ConcurrentLinkedQueue<MessageId> sent = new ConcurrentLinkedQueue<>();

        long reported = sentByAll(message -> {
            allHaveOne.await(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
            sent.add(message.id());
            return SendResult.sent(Receipt.plain());
        });

        assertEquals(THREADS, reported, "no transaction was open while they sent");
        assertEquals(THREADS, sent.size());
        owed.forEach(id -> assertEquals(DeliveryState.SENT, outgoing.state(id)));
    }
}
