package dev.parley.persistence.sqlite.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WriteQueueTest {
    private final List<List<Object>> groups = new ArrayList<>();
    private final List<Thread> writers = new ArrayList<>();
    private final CountDownLatch free = new CountDownLatch(1);
    private final Crowd crowd = new Crowd();
    private WriteQueue queue = new WriteQueue(this::write, 1024);

    /** A transaction without a database: no work here asks for its session. */
    @SuppressWarnings("NullAway")
    private void write(List<PendingWrite<?>> group) {
        writers.add(Thread.currentThread());
        List<Object> results = new ArrayList<>();
        for (PendingWrite<?> write : group) {
            try {
                write.run(null);
                write.succeed();
                results.add(write.taken());
            } catch (Exception failure) {
                write.fail(failure);
            }
        }
        groups.add(results);
    }

    @BeforeEach
    void nobodyHasWritten() {
        assertEquals(List.of(), groups);
    }

    @Test
    void whoIsAloneWritesAtOnceOnItsOwnThread() {
        assertEquals("done", queue.write(session -> "done"));
        assertEquals(List.of(List.of("done")), groups);
        assertSame(Thread.currentThread(), writers.get(0));
    }

    @Test
    void thoseThatWaitShareATransactionInTheOrderTheyCame() throws Exception {
        crowd.join(() -> queue.write(session -> held("first")));
        IntStream.range(0, 5).forEach(number -> crowd.join(() -> queue.write(session -> number)));

        free.countDown();

        assertEquals(List.of("first", 0, 1, 2, 3, 4), crowd.outcomes());
        assertEquals(List.of(List.of("first"), List.of(0, 1, 2, 3, 4)), groups);
    }

    @Test
    void aCrowdThatIsTooLargeForOneGroupMakesSeveral() throws Exception {
        queue = new WriteQueue(this::write, 2);
        crowd.join(() -> queue.write(session -> held("first")));
        IntStream.range(0, 5).forEach(number -> crowd.join(() -> queue.write(session -> number)));

        free.countDown();

        assertEquals(List.of("first", 0, 1, 2, 3, 4), crowd.outcomes());
        assertEquals(List.of(List.of("first"), List.of(0, 1), List.of(2, 3), List.of(4)), groups);
    }

    @Test
    void whoComesWhileSomebodyWantsToBeAloneWritesAfterwards() throws Exception {
        crowd.join(() -> queue.alone(() -> held("alone")));
        crowd.join(() -> queue.write(session -> "one"));
        crowd.join(() -> queue.write(session -> "other"));

        free.countDown();

        assertEquals(List.of("alone", "one", "other"), crowd.outcomes());
        assertEquals(List.of(List.of("one", "other")), groups);
    }

    @Test
    void anInterruptEndsNoWaitAndIsKept() throws Exception {
        crowd.join(() -> queue.write(session -> held("first")));
        Thread second = crowd.join(() ->
                queue.write(session -> "second") + (Thread.currentThread().isInterrupted() ? ", interrupted" : ""));

        second.interrupt();
        free.countDown();

        assertEquals(List.of("first", "second, interrupted"), crowd.outcomes());
    }

    private String held(String result) {
        try {
            free.await();
            return result;
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
