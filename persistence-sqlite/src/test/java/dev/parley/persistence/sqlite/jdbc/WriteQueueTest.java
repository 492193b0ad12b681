package dev.parley.persistence.sqlite.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WriteQueueTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<List<Object>> groups = new ArrayList<>();
    private final List<Thread> writers = new ArrayList<>();
    private final CountDownLatch free = new CountDownLatch(1);
    private final Crowd crowd = new Crowd();
    private final Crowd late = new Crowd();
    private WriteQueue queue = new WriteQueue(this::write, 1024, LONG);

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
        queue = new WriteQueue(this::write, 2, LONG);
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

    @Test
    void whoWritesForACrowdGoesOnWithTheNext() throws Exception {
        nineWriteInGroupsOf(4, LONG);
        assertEquals(List.of(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7), List.of(8)), groups);
        assertEquals(1, Set.copyOf(writers).size(), "one thread wrote all");
    }

    @Test
    void whoWritesForFewLetsTheNextWrite() throws Exception {
        nineWriteInGroupsOf(3, LONG);
        assertEquals(3, Set.copyOf(writers).size(), "three groups, each with a writer of its own");
    }

    @Test
    void whoHasWrittenForLongLetsTheNextWrite() throws Exception {
        nineWriteInGroupsOf(4, Duration.ZERO);
        assertEquals(3, Set.copyOf(writers).size(), "three groups, each with a writer of its own");
    }

    private void nineWriteInGroupsOf(int size, Duration longestTurn) throws Exception {
        queue = new WriteQueue(this::write, size, longestTurn);
        crowd.join(() -> queue.alone(() -> held("alone")));
        IntStream.range(0, 9).forEach(number -> crowd.join(() -> queue.write(session -> number)));

        free.countDown();

        assertEquals(List.of("alone", 0, 1, 2, 3, 4, 5, 6, 7, 8), crowd.outcomes());
    }

    @Test
    void whoWantsToBeAloneEndsTheTurnOfAnother() throws Exception {
        queue = new WriteQueue(this::write, 4, LONG);
        crowd.join(() -> queue.alone(() -> held("alone")));
        crowd.join(() -> queue.write(session -> late.join(() -> queue.alone(() -> "alone")) == null));
        IntStream.range(1, 8).forEach(number -> crowd.join(() -> queue.write(session -> number)));

        free.countDown();

        assertEquals(List.of("alone", false, 1, 2, 3, 4, 5, 6, 7), crowd.outcomes());
        assertEquals(List.of("alone"), late.outcomes());
        assertEquals(2, writers.size());
        assertNotSame(writers.get(0), writers.get(1));
    }

    /** The writer's own caller has others to wake, like each caller of a large group. */
    @Test
    void allReturnWhileTheirWriterGoesOnForOthers() throws Exception {
        int size = 100;
        CountDownLatch returned = new CountDownLatch(size - 1);
        crowd.join(() -> queue.alone(() -> held("alone")));
        for (int i = 0; i < size; i++) {
            boolean last = i == size - 1;
            crowd.join(() -> {
                queue.write(session -> last ? late.join(() -> queue.write(next -> waitFor(returned))) : "one of many");
                returned.countDown();
                return "returned";
            });
        }

        free.countDown();

        assertEquals(size, Collections.frequency(crowd.outcomes(), "returned"));
        assertEquals(List.of(true), late.outcomes());
        assertEquals(1, Set.copyOf(writers).size(), "one thread wrote for all, and returned last");
    }

    private String held(String result) {
        waitFor(free);
        return result;
    }

    private static boolean waitFor(CountDownLatch event) {
        try {
            event.await();
            return true;
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
