package dev.parley.documents.fuzz;

import dev.parley.domain.value.InvalidValueException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gives many inputs to readers and says how many of them each has read. Each input has a seed of its own. */
final class FuzzRun {
    private final List<Target> targets;
    private final Duration limit;
    private final Map<String, Integer> read = new LinkedHashMap<>();
    private int refused;
    private int inputs;

    /**
     * @param limit how long all readers together may take for one input
     */
    FuzzRun(List<Target> targets, Duration limit) {
        this.targets = targets;
        this.limit = limit;
        targets.forEach(target -> read.put(target.name(), 0));
    }

    /** The input of a seed: one in five is a valid document as it is. */
    static String input(long seed) {
        Dice dice = Dice.of(seed);
        String document = Documents.any(dice);
        return dice.oneIn(5) ? document : new Mutator(dice).damaged(document, Documents.any(dice));
    }

    /** Runs a number of inputs, the first of them of the given seed. */
    void run(long firstSeed, int count) {
        ExecutorService worker = worker();
        try {
            for (long seed = firstSeed; seed < firstSeed + count; seed++) {
                try {
                    worker = inTime(worker, seed);
                } catch (AssertionError failure) {
                    throw new AssertionError(
                            "input " + (seed - firstSeed) + " fails, and does alone with -Dparley.seed=" + seed
                                    + " -Dparley.fuzz=1: " + failure.getMessage(),
                            failure);
                }
            }
        } finally {
            worker.shutdownNow();
        }
    }

    private ExecutorService inTime(ExecutorService worker, long seed) {
        if (ends(worker, seed)) {
            return worker;
        }
        // The machine may have been busy with something else; once more, by a worker that is not.
        worker.shutdownNow();
        ExecutorService another = worker();
        if (!ends(another, seed)) {
            another.shutdownNow();
            throw new AssertionError("takes more than " + limit);
        }
        return another;
    }

    private boolean ends(ExecutorService worker, long seed) {
        Future<Integer> reading = worker.submit(() -> readByAll(input(seed)));
        try {
            int readers = reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            inputs++;
            refused += readers == 0 ? 1 : 0;
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof AssertionError known ? known : new AssertionError(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private int readByAll(String input) {
        int readers = 0;
        for (Target target : targets) {
            try {
                target.reading().read(input);
                read.merge(target.name(), 1, Integer::sum);
                readers++;
            } catch (InvalidValueException asItShould) {
                // Refused, by name.
            } catch (Throwable failure) {
                throw new AssertionError(target.name() + ": " + failure, failure);
            }
        }
        return readers;
    }

    private static ExecutorService worker() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "fuzz");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** How many inputs no reader has read. */
    int refused() {
        return refused;
    }

    /** How many inputs there were, and what became of them. */
    String figures() {
        return inputs + " inputs, " + refused + " refused by all readers, read as " + read;
    }
}
