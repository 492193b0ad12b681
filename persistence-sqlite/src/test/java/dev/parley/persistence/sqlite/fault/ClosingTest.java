package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StoreClosedException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is closed while threads use it: each call finishes or says that it is closed, and nothing is in part. */
class ClosingTest {
    private static final Fault FAULT = Fault.named("close during use");
    private static final int WRITERS = 4;

    @TempDir
    Path directory;

    @Test
    void finishesWhatHasBegunAndRefusesTheRest() throws Exception {
        Random random = FAULT.random("");
        int rounds = Fault.rounds(5, 200);
        long steps = 0;
        for (int round = 0; round < rounds; round++) {
            steps += closed(directory.resolve("parley" + round + ".db"), 5 + random.nextInt(100));
        }
        FAULT.ran(
                rounds + " closings under " + (WRITERS + 1) + " threads, " + steps + " steps, none lost, none in part");
    }

    private long closed(Path file, int until) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        CountDownLatch taken = new CountDownLatch(until);
        List<Future<Writing>> writers = new ArrayList<>();
        Future<StoreClosedException> reader;
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            for (int i = 0; i < WRITERS; i++) {
                Writing writing = new Writing(store, "w" + i);
                writers.add(threads.submit(() -> {
                    untilClosed(() -> {
                        writing.steps(1);
                        taken.countDown();
                    });
                    return writing;
                }));
            }
            reader = threads.submit(
                    () -> untilClosed(() -> store.negotiations(NegotiationFilter.all(), PageRequest.first(100))));
            taken.await();
        }
        reader.get();
        long acknowledged = 0;
        for (Future<Writing> writer : writers) {
            acknowledged += writer.get().count();
        }
        threads.shutdown();
        long found = Audit.of(file).found().values().stream()
                .mapToLong(stored -> stored.revision())
                .sum();
        assertEquals(acknowledged, found, "what was acknowledged is there, and nothing else");
        return found;
    }

    private static StoreClosedException untilClosed(Runnable call) {
        return assertThrows(StoreClosedException.class, () -> {
            while (true) {
                call.run();
            }
        });
    }
}
