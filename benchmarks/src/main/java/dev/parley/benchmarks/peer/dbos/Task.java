package dev.parley.benchmarks.peer.dbos;

import dev.dbos.transact.DBOS;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A step on its way through a workflow. */
final class Task {
    private final String output;
    private final CompletableFuture<String> done = new CompletableFuture<>();

    /**
     * @param output what the step gives, and DBOS keeps
     */
    Task(String output) {
        this.output = output;
    }

    void take(DBOS dbos) {
        try {
            done.complete(dbos.runStep(() -> output, "advance"));
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    void await() throws InterruptedException, ExecutionException {
        done.get();
    }
}
