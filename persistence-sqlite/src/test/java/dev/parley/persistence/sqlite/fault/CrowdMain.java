package dev.parley.persistence.sqlite.fault;

import dev.parley.crash.Parent;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A child in which many threads take steps of a life each, and read what they have written, through one store: {@code FILE
 * VIRTUAL PLATFORM STEPS}. Where its Java has virtual threads it uses so many of them, else so many of the other kind.
 */
final class CrowdMain {
    private final Set<Thread> writing = ConcurrentHashMap.newKeySet();
    private final AtomicInteger mostWriting = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    private CrowdMain() {}

    public static void main(String[] arguments) throws Exception {
        new CrowdMain().run(arguments);
    }

    private void run(String[] arguments) throws Exception {
        ThreadKind kind = ThreadKind.best();
        int count = Integer.parseInt(arguments[kind == ThreadKind.VIRTUAL ? 1 : 2]);
        int steps = Integer.parseInt(arguments[3]);
        try (SqliteNegotiationStore store = TappedStore.open(Path.of(arguments[0]), new Transactions())) {
            // A thread that waits for a class to be initialized stays on its carrier, too.
            live(store, new Writing(store, "first"), (int) Life.LAST);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Writing life = new Writing(store, "n" + i);
                threads.add(kind.start(() -> live(store, life, steps)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        kind.start(PinnedOnPurpose::load).join();
        failures.forEach(failure -> Parent.say("failed " + failure));
        Parent.say(count + " " + kind.name().toLowerCase(Locale.ROOT) + " threads, at the most " + mostWriting
                + " writing at once");
    }

    private void live(NegotiationStore store, Writing life, int steps) {
        try {
            for (int i = 0; i < steps; i++) {
                life.steps(1);
                if (!store.find(life.id()).orElseThrow().equals(life.acknowledged())) {
                    throw new IllegalStateException("something else was read than was written");
                }
            }
        } catch (RuntimeException | Error failure) {
            failures.add(failure);
        }
        if (ended.incrementAndGet() % 250 == 0) {
            Parent.say("so far " + ended);
        }
    }

    /** Tells which threads the driver keeps on their carriers because they write. */
    private final class Transactions implements TappedStore.Tap {
        @Override
        public void before(String sql) {
            if (sql.equals("BEGIN IMMEDIATE")) {
                writing.add(Thread.currentThread());
                mostWriting.accumulateAndGet(writing.size(), Math::max);
            }
        }

        @Override
        public void after(String sql) {
            if (sql.equals("COMMIT") || sql.equals("ROLLBACK")) {
                writing.remove(Thread.currentThread());
            }
        }
    }

    /** Control: a thread that waits where it must stay on its carrier, so that a recording which sees none is wrong. */
    private static final class PinnedOnPurpose {
        static {
            LockSupport.parkNanos(2_000_000);
        }

        static void load() {}
    }
}
