package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.crash.Fault;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StoreClosedException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that is closed while threads use it: each call finishes or says that it is closed, and nothing is in part. */
class ClosingTest {
    private static final Fault FAULT = Fault.named("close during use");
    private static final int CROWD = 64;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {4, CROWD})
    void finishesWhatHasBegunAndRefusesTheRest(int threads) throws Exception {
        Random random = FAULT.random("" + threads);
        int rounds = Fault.rounds(5, 200);
        long steps = 0;
        for (int round = 0; round < rounds; round++) {
            steps += closed(directory.resolve("parley" + round + ".db"), threads, 5 + random.nextInt(100));
        }
        FAULT.ran(
                rounds + " closings under " + (threads + 1) + " threads, " + steps + " steps, none lost, none in part");
    }

    /** Those who wait when the store is closed are written first, in one transaction; who comes later is refused. */
    @Test
    void writesAGroupThatWaits() throws Exception {
        Path file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        }
        Places places = Places.all();
        List<Object> outcomes;
        try (Group group = new Group(file, places)) {
            for (int i = 0; i < CROWD; i++) {
                group.join(new Writing(group.store(), "w" + i)::step);
            }
            group.join(() -> {
                group.store().close();
                return "closed";
            });
            group.join(new Writing(group.store(), "late")::step);
            group.go();
            outcomes = group.outcomes();
        }
        assertEquals(Collections.nCopies(CROWD, 1L), outcomes.subList(0, CROWD));
        assertEquals("closed", outcomes.get(CROWD));
        assertEquals(StoreClosedException.class, outcomes.get(CROWD + 1).getClass());
        assertEquals(CROWD, Audit.of(file).found().size(), "what was acknowledged is there, and nothing else");
        assertEquals(1, Collections.frequency(places.passed(), "after COMMIT"));
        FAULT.ran("with " + CROWD + " threads waiting: all written in one transaction, one that came later refused");
    }

    private long closed(Path file, int threads, int until) throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        CountDownLatch taken = new CountDownLatch(until);
        List<Future<Writing>> writers = new ArrayList<>();
        Future<StoreClosedException> reader;
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            for (int i = 0; i < threads; i++) {
                Writing writing = new Writing(store, "w" + i);
                writers.add(pool.submit(() -> {
                    untilClosed(() -> {
                        writing.steps(1);
                        taken.countDown();
                    });
                    return writing;
                }));
            }
            reader = pool.submit(
                    () -> untilClosed(() -> store.negotiations(NegotiationFilter.all(), PageRequest.first(100))));
            taken.await();
        }
        reader.get();
        long acknowledged = 0;
        for (Future<Writing> writer : writers) {
            acknowledged += writer.get().count();
        }
        pool.shutdown();
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
