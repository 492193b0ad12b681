package dev.parley.benchmarks.peer.dbos;

import dev.dbos.transact.DBOS;
import dev.dbos.transact.workflow.Workflow;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/** As many long workflows as DBOS has threads to spare, each with a queue of steps to take. */
final class Workers implements Leading {
    private static final Task STOP = new Task("");

    private final DBOS dbos;
    private final List<BlockingQueue<Task>> queues;

    Workers(DBOS dbos, int count) {
        this.dbos = dbos;
        this.queues = Stream.generate(() -> (BlockingQueue<Task>) new LinkedBlockingQueue<Task>())
                .limit(count)
                .toList();
    }

    int count() {
        return queues.size();
    }

    @Override
    @Workflow(name = "lead")
    public void lead(int worker) throws InterruptedException {
        for (Task task = queues.get(worker).take();
                task != STOP;
                task = queues.get(worker).take()) {
            task.take(dbos);
        }
    }

    /** Has a step taken by a worker; returns when it is durable. */
    void take(int worker, Task task) throws Exception {
        queues.get(worker).add(task);
        task.await();
    }

    void stop() {
        queues.forEach(queue -> queue.add(STOP));
    }
}
