package dev.parley.testkit.contract.reopening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StoreException;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Count;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Race;
import dev.parley.testkit.junit.ReopenableStoreFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** A client that dies while many threads are in the middle of their commits. */
interface CrashUnderLoadContract extends ReopenableStoreFactory {
    /** How many commits are acknowledged before the client is killed. */
    int ACKNOWLEDGED = 60;

    /** How many commits a thread makes at the most, where killing the client does not end it. */
    int COMMITS = 400;

    @RepeatedTest(3)
    default void aClientThatDiesAmidManyCommitsLeavesEachWholeOrAbsent(NegotiationStore client) throws Exception {
        List<Stored<NegotiationSnapshot>> opened = new Desk(client)
                .openAll(IntStream.range(0, Race.THREADS)
                        .mapToObj(number -> Fixtures.negotiation("n-" + number))
                        .toList());
        Map<NegotiationId, Integer> acknowledged = new ConcurrentHashMap<>();
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED);
        AtomicBoolean dead = new AtomicBoolean();
        Race.of(Race.THREADS + 1, number -> {
                    if (number < Race.THREADS) {
                        NegotiationId id = opened.get(number).value().id();
                        commitUntil(dead, client, opened.get(number), () -> {
                            acknowledged.merge(id, 1, Integer::sum);
                            enough.countDown();
                        });
                    } else {
                        assertTrue(enough.await(60, TimeUnit.SECONDS), "a store takes commits of many threads");
                        kill(client);
                        dead.set(true);
                    }
                })
                .mustAllWin("commits of different negotiations do not disturb each other");
        try (NegotiationStore next = reopen()) {
            for (Stored<NegotiationSnapshot> negotiation : opened) {
                NegotiationId id = negotiation.value().id();
                mustBeWhole(next, id, acknowledged.getOrDefault(id, 0));
            }
        }
    }

    private static void commitUntil(
            AtomicBoolean dead, NegotiationStore client, Stored<NegotiationSnapshot> opened, Runnable acknowledged) {
        Stored<NegotiationSnapshot> now = opened;
        for (int count = 1; count <= COMMITS && !dead.get(); count++) {
            NegotiationChange change = Steps.context(now, "count", count);
            String name = change.id() + " " + count;
            try {
                client.commit(Commit.of(change)
                        .withMessages(
                                List.of(Fixtures.inbound("in " + name, change.id())),
                                List.of(Fixtures.outbound("out " + name, change.id())))
                        .named(Fixtures.step(name)));
            } catch (StoreException killed) {
                return;
            }
            acknowledged.run();
            now = Desk.after(change);
        }
    }

    /** Fails unless as many commits are there, in all their parts, as were acknowledged, or one more. */
    private static void mustBeWhole(NegotiationStore store, NegotiationId id, int acknowledged) {
        Stored<NegotiationSnapshot> negotiation = new Desk(store).read(id);
        int there = Count.of("count", negotiation);
        assertTrue(
                there == acknowledged || there == acknowledged + 1,
                () -> "what was acknowledged is there, and at the most the commit that was under way: " + there
                        + " are, of " + acknowledged);
        assertEquals(1 + there, negotiation.revision(), "each commit that is there has added one to the revision");
        assertEquals(there, store.handledBy(id).size(), "each commit that is there has its inbound message");
        assertEquals(there, store.owedBy(id).size(), "each commit that is there has its owed message");
        for (int count = 1; count <= there + 1; count++) {
            assertEquals(
                    count <= there,
                    store.findStep(id, new IdempotencyKey(id + " " + count)).isPresent(),
                    "each commit that is there is known by its name, and no other is");
        }
    }
}
