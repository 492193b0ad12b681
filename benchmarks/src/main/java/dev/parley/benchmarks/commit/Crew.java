package dev.parley.benchmarks.commit;

import dev.parley.benchmarks.contender.Contender;
import dev.parley.benchmarks.contender.Kind;
import dev.parley.benchmarks.measure.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Several threads that work on one contender at the same time. */
final class Crew {
    private static final int NEGOTIATIONS = 512;
    private static final int MOST_EACH = 16;
    private static final int FEWEST_EACH = 2;

    private final int threads;
    private final Kind kind;

    Crew(int threads, Kind kind) {
        this.threads = threads;
        this.kind = kind;
    }

    /**
     * Works for a while.
     *
     * @param warmUp how long before anything counts
     * @param timed how long what is done counts
     * @return how long each step within the timed span took
     */
    Latencies work(Contender contender, Duration warmUp, Duration timed) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch ready = new CountDownLatch(threads);
            List<Future<Latencies>> working = IntStream.range(0, threads)
                    .mapToObj(number -> pool.submit(
                            member(new Worker(contender, kind, number), ready, warmUp.toNanos(), timed.toNanos())))
                    .toList();
            List<Latencies> done = new ArrayList<>();
            for (Future<Latencies> one : working) {
                done.add(one.get());
            }
            return Latencies.joined(done);
        } finally {
            pool.shutdownNow();
            pool.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private Callable<Latencies> member(Worker worker, CountDownLatch ready, long warmUp, long timed) {
        return () -> {
            try {
                worker.openAll(Math.max(FEWEST_EACH, Math.min(MOST_EACH, NEGOTIATIONS / threads)));
            } finally {
                // Whoever cannot work must not keep the others waiting.
                ready.countDown();
            }
            ready.await();
            long from = System.nanoTime() + warmUp;
            worker.work(from, from + timed);
            return worker.latencies();
        };
    }
}
