package dev.parley.benchmarks.size;

import dev.parley.benchmarks.contender.Contender;
import dev.parley.benchmarks.contender.Contender.Hand;
import dev.parley.benchmarks.contender.Peer.Opener;
import dev.parley.benchmarks.measure.ScratchDirectory;
import dev.parley.benchmarks.work.Contexts;
import dev.parley.benchmarks.work.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * A contender whose files are weighed once it is closed.
 *
 * @param name its name in the raw data
 * @param opener opens it
 */
record Weighed(String name, Opener opener) {
    private static final int THREADS = 50;

    /** The size of its files after some negotiations took all their steps, each one step after the other has. */
    long after(ScratchDirectory scratch, int negotiations) throws Exception {
        try (Contender contender = opener.open(scratch.path())) {
            ExecutorService pool = Executors.newFixedThreadPool(THREADS);
            try {
                List<Future<Void>> lived = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    int first = thread;
                    lived.add(pool.submit(live(
                            contender,
                            IntStream.range(0, negotiations)
                                    .filter(number -> number % THREADS == first)
                                    .toArray())));
                }
                for (Future<Void> one : lived) {
                    one.get();
                }
            } finally {
                pool.shutdownNow();
            }
        }
        return scratch.bytes();
    }

    private static Callable<Void> live(Contender contender, int[] numbers) {
        return () -> {
            List<Hand> hands = new ArrayList<>();
            for (int number : numbers) {
                String id = String.format(Locale.ROOT, "negotiation-%010d", number);
                hands.add(contender.open(id, Contexts.context(number)));
            }
            for (int step = 0; step < Script.STEPS; step++) {
                for (Hand hand : hands) {
                    hand.step(Script.event(step), Script.note(step));
                }
            }
            return null;
        };
    }
}
