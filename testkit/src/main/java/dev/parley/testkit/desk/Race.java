package dev.parley.testkit.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What came of some threads that began at one moment.
 *
 * @param winners the numbers of those that returned, from 0
 * @param losses what the others threw
 */
public record Race(List<Integer> winners, List<Throwable> losses) {
    /** How many threads contend for one thing. */
    public static final int THREADS = 8;

    /** How many commits of one thread the others watch. */
    public static final int WATCHED_COMMITS = 60;

    /** Far more than any racer needs; it keeps a store that hangs from hanging the build. */
    private static final long PATIENCE_IN_SECONDS = 120;

    /** What one thread does, given its number. */
    public interface Racer {
        void run(int number) throws Exception;
    }

    public static Race of(int threads, Racer racer) {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Callable<Integer>> racers = IntStream.range(0, threads)
                .<Callable<Integer>>mapToObj(number -> () -> {
                    start.await();
                    racer.run(number);
                    return number;
                })
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            return result(pool.invokeAll(racers, PATIENCE_IN_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the race was interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Race result(List<Future<Integer>> finished) throws InterruptedException {
        List<Integer> winners = new ArrayList<>();
        List<Throwable> losses = new ArrayList<>();
        for (Future<Integer> racer : finished) {
            try {
                winners.add(racer.get());
            } catch (ExecutionException e) {
                losses.add(e.getCause());
            }
        }
        return new Race(winners, losses);
    }

    /** The number of the one that returned, if all others were refused as they should be. */
    public int onlyWinner(Class<? extends Throwable> refusal, String promise) {
        losses.forEach(loss -> assertInstanceOf(refusal, loss, promise));
        assertEquals(1, winners.size(), promise + " ==> how many won");
        return winners.get(0);
    }

    public void mustAllWin(String promise) {
        if (!losses.isEmpty()) {
            AssertionError failure = new AssertionError(promise + " ==> " + losses.get(0), losses.get(0));
            losses.stream().skip(1).forEach(failure::addSuppressed);
            throw failure;
        }
    }
}
