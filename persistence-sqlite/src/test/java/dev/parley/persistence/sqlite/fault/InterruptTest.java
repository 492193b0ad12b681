package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.Fault;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread that is interrupted before or during a call: the call completes as if nothing had been, the flag stays. */
class InterruptTest {
    private static final Fault FAULT = Fault.named("interrupt");

    @TempDir
    Path directory;

    @Test
    void beforeACallDoesNotHarmIt() throws Exception {
        Path file = directory.resolve("parley.db");
        SqliteNegotiationStore.open(file).close();
        try {
            Thread.currentThread().interrupt();
            try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
                store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
                Writing writing = new Writing(store, "n");
                writing.steps(3);
                assertEquals(writing.acknowledged(), store.find(writing.id()).orElseThrow());
            }
            assertTrue(Thread.currentThread().isInterrupted(), "the flag is the caller's");
        } finally {
            Thread.interrupted();
        }
        assertEquals(3, Audit.of(file).revision("n.0"));
        FAULT.ran("before each call: all completed, the flag kept");
    }

    @Test
    void beforeAFileIsMadeDoesNotHarmIt() throws Exception {
        Path file = directory.resolve("parley.db");
        try {
            Thread.currentThread().interrupt();
            try {
                SqliteNegotiationStore.open(file).close();
            } catch (StoreFailureException refused) {
                assertEquals(Outcome.NOT_WRITTEN, refused.outcome());
            }
            assertTrue(Thread.currentThread().isInterrupted(), "the flag is the caller's");
        } finally {
            Thread.interrupted();
        }
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        }
        FAULT.ran("before a file is made: made or refused, and no obstacle afterwards");
    }

    @Test
    void duringACallDoesNotHarmIt() throws Exception {
        Path file = directory.resolve("parley.db");
        int steps = Fault.rounds(300, 5_000);
        AtomicLong interrupts = new AtomicLong();
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            ExecutorService threads = Executors.newSingleThreadExecutor();
            CountDownLatch started = new CountDownLatch(1);
            Writing writing = new Writing(store, "n");
            Thread[] writer = new Thread[1];
            Future<Boolean> interrupted = threads.submit(() -> {
                writer[0] = Thread.currentThread();
                started.countDown();
                writing.steps(steps);
                return Thread.interrupted();
            });
            started.await();
            while (!interrupted.isDone()) {
                writer[0].interrupt();
                interrupts.incrementAndGet();
                Thread.onSpinWait();
            }
            assertTrue(interrupted.get(), "the flag is the caller's");
            threads.shutdown();
            assertEquals(writing.acknowledged(), store.find(writing.id()).orElseThrow());
        }
        long found = Audit.of(file).found().values().stream()
                .mapToLong(stored -> stored.revision())
                .sum();
        assertEquals(steps, found);
        FAULT.ran("during " + steps + " commits, " + interrupts + " times: all completed, the flag kept");
    }

    @Test
    void beforeOrDuringAClaimDoesNotHarmIt() throws Exception {
        Path file = directory.resolve("parley.db");
        int messages = Fault.rounds(100, 2_000);
        AtomicLong interrupts = new AtomicLong();
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            for (int i = 0; i < messages; i++) {
                new Writing(store, "n" + i).steps((int) Life.OFFERED);
            }
            ExecutorService threads = Executors.newSingleThreadExecutor();
            CountDownLatch started = new CountDownLatch(1);
            Thread[] claiming = new Thread[1];
            Future<Set<String>> claimed = threads.submit(() -> {
                claiming[0] = Thread.currentThread();
                Thread.currentThread().interrupt();
                started.countDown();
                Set<String> each = new HashSet<>();
                for (Optional<OwedMessage> next = store.claim(Fixtures.OPENED_AT, Life.DUE);
                        next.isPresent();
                        next = store.claim(Fixtures.OPENED_AT, Life.DUE)) {
                    assertTrue(each.add(next.get().id().value()), "each message is claimed once");
                    assertTrue(Thread.currentThread().isInterrupted(), "the flag is the caller's");
                }
                return each;
            });
            started.await();
            while (!claimed.isDone()) {
                claiming[0].interrupt();
                interrupts.incrementAndGet();
                Thread.onSpinWait();
            }
            threads.shutdown();
            assertEquals(messages, claimed.get().size());
        }
        assertEquals(
                Set.of(DeliveryState.SENDING),
                Audit.of(file).deliveries().values().stream()
                        .map(Delivery::state)
                        .collect(Collectors.toSet()));
        FAULT.ran("before and during " + messages + " claims, " + interrupts + " times: each claimed once and durably");
    }
}
