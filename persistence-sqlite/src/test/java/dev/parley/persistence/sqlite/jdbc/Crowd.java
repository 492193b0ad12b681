package dev.parley.persistence.sqlite.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Threads that come one after the other, each only once the one before it waits. */
public final class Crowd {
    private final List<CompletableFuture<Object>> outcomes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** What a thread does. */
    public interface Call {
        Object make() throws Exception;
    }

    /** Starts a thread and returns once it waits for somebody. */
    public Thread join(Call call) {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                outcome.complete(call.make());
            } catch (Throwable failure) {
                outcome.completeExceptionally(failure);
            }
        });
        outcomes.add(outcome);
        threads.add(thread);
        thread.start();
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        return thread;
    }

    /** What came of each call, in the order they came: what it returned, or what it threw. */
    public List<Object> outcomes() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
        return outcomes.stream()
                .map(outcome -> outcome.handle((result, failure) -> failure == null ? result : failure)
                        .join())
                .toList();
    }
}
