package dev.parley.domain.negotiation;

import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RESUME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.Examples;
import dev.parley.domain.Generators;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryPropertyTest {
    private static final int THREADS = 4;

    /** A history and what must be in it. */
    private record Branch(History history, List<HistoryEntry> entries) {
        static final Branch ROOT = new Branch(History.empty(), List.of());

        /** The branch with a random entry more, or the same where the history has ended. */
        Branch grown(Generators random, String cause) {
            if (history.machine().isTerminal()) {
                return this;
            }
            NegotiationEvent event = random.oneOf(List.copyOf(history.machine().validEvents()));
            History longer = history.after(event, Examples.NOON, cause);
            List<HistoryEntry> more = new ArrayList<>(entries);
            more.add(new HistoryEntry(
                    entries.size() + 1,
                    new Transition(
                            history.machine().state(), event, longer.machine().state()),
                    Examples.NOON,
                    cause));
            return new Branch(longer, List.copyOf(more));
        }

        void mustBeSound() {
            assertEquals(entries, history);
            assertEquals(history, entries);
            assertEquals(entries.hashCode(), history.hashCode());
            assertEquals(entries, List.of(history.toArray()));
            assertEquals(entries, history.stream().toList());
            for (int i = 0; i < entries.size(); i++) {
                assertSame(history.get(i), history.subList(i, entries.size()).get(0));
                assertEquals(entries.get(i), history.get(i));
                assertEquals(i, history.indexOf(entries.get(i)));
            }
            History again = History.of(entries);
            assertEquals(again, history);
            assertEquals(again.machine(), history.machine());
        }

        void mustRelateTo(Branch other, Generators random) {
            assertEquals(entries.equals(other.entries), history.equals(other.history));
            int from = random.below(entries.size() + 1);
            int to = from + random.below(entries.size() - from + 1);
            assertEquals(entries.subList(from, to), history.subList(from, to));
            assertEquals(
                    to <= other.entries.size() && entries.subList(0, to).equals(other.entries.subList(0, to)),
                    to <= other.history.size() && history.subList(0, to).equals(other.history.subList(0, to)));
        }
    }

    @Test
    void itIsTheListOfWhatWasAppended() {
        Generators.trials(60, random -> {
            List<Branch> branches = new ArrayList<>(List.of(Branch.ROOT));
            for (int i = 0; i < 60; i++) {
                branches.add(branches.get(Math.max(0, branches.size() - 1 - random.below(4)))
                        .grown(random, "cause " + random.below(3)));
            }
            branches.forEach(Branch::mustBeSound);
            branches.forEach(branch -> branch.mustRelateTo(random.oneOf(branches), random));
        });
    }

    /** What a thread made of the history that was the latest at that moment. */
    private record Growth(History before, History after, String cause) {
        void mustBeSound() {
            assertSame(cause, after.get(before.size()).cause(), "the last entry is the thread's own");
            assertEquals(before.size() + 1, after.size());
            assertSame(before, after.subList(0, before.size()));
        }
    }

    @Test
    void threadsThatGoOnFromOneHistoryNeverMixTheirEntries() {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Generators.trials(5, random -> {
                AtomicReference<History> latest = new AtomicReference<>(History.empty());
                CyclicBarrier start = new CyclicBarrier(THREADS);
                List<Callable<List<Growth>>> growers = IntStream.range(0, THREADS)
                        .<Callable<List<Growth>>>mapToObj(thread -> {
                            Generators own = random.fork();
                            return () -> {
                                start.await();
                                return grow(latest, own, "thread " + thread);
                            };
                        })
                        .toList();
                for (Future<List<Growth>> grown : all(growers, threads)) {
                    result(grown).forEach(Growth::mustBeSound);
                }
            });
        } finally {
            threads.shutdownNow();
        }
    }

    /** Goes on from what any thread has published last, so that often several go on from one history at once. */
    private static List<Growth> grow(AtomicReference<History> latest, Generators random, String thread) {
        List<Growth> grown = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            History before = latest.get();
            NegotiationEvent event = before.machine().state() == NegotiationState.PAUSED ? RESUME : PAUSE;
            History after = before.after(event, Examples.NOON, thread);
            latest.set(random.below(50) == 0 ? History.empty() : after);
            grown.add(new Growth(before, after, thread));
        }
        return grown;
    }

    private static <T> List<Future<T>> all(List<Callable<T>> calls, ExecutorService threads) {
        try {
            return threads.invokeAll(calls);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    @Test
    void aHistoryOfAHundredThousandEntriesIsNoBurden() {
        History history = History.empty();
        for (int i = 0; i < 50_000; i++) {
            History before = history;
            history = before.after(PAUSE, null, null).after(RESUME, null, null);
            assertTrue(history.subList(0, before.size()).equals(before));
        }

        assertEquals(100_000, history.size());
        for (int i = 0; i < history.size(); i++) {
            assertEquals(i + 1, history.get(i).sequence());
        }
    }
}
