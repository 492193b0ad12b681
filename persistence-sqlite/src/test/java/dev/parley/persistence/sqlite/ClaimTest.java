package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.port.StoreBusyException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claiming as only this store can be seen to do it: beside other connections to its file. */
class ClaimTest {
    @TempDir
    Path directory;

    @Test
    void waitsForNoWriterWhileNothingIsDue() throws Exception {
        Path file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store =
                        SqliteNegotiationStore.open(file, Options.defaults().busyTimeout(Duration.ofMillis(30)));
                Sql other = Sql.on(file)) {
            Owing.open(store, "n-1", "m-1");
            other.run("BEGIN IMMEDIATE");

            assertEquals(Optional.empty(), store.claim(Fixtures.OPENED_AT.minusSeconds(1), Owing.UNTIL));
            assertThrows(StoreBusyException.class, () -> store.claim(Owing.NOW, Owing.UNTIL), "m-1 is due by now");
        }
    }

    @Test
    void takesWhatHasBeenDueTheLongestToTheMicrosecond() {
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(directory.resolve("parley.db"))) {
            Instant second = Instant.parse("2025-03-01T09:30:00Z");
            Owing.openDue(store, "n-1", second.plusNanos(500_000_000), "half");
            Owing.openDue(store, "n-2", second, "whole");
            Owing.openDue(store, "n-3", second.plusNanos(123_456_000), "odd");
            Owing.openDue(store, "n-4", second.plusNanos(1000), "micro");
            Owing.openDue(store, "n-5", Owing.NOW.plusNanos(1000), "not yet");

            assertEquals(List.of("whole", "micro", "odd", "half"), Owing.claimAll(store));
        }
    }

    @Test
    void givesEachMessageToOneOfTwoStoresOnOneFile() throws Exception {
        Path file = directory.resolve("parley.db");
        int messages = 120;
        int threads = 4;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (SqliteNegotiationStore one = SqliteNegotiationStore.open(file);
                SqliteNegotiationStore two = SqliteNegotiationStore.open(file)) {
            IntStream.range(0, messages).forEach(i -> Owing.open(one, "n-" + i, "m-" + i));
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<List<String>>> claims = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                SqliteNegotiationStore store = i % 2 == 0 ? one : two;
                claims.add(pool.submit(() -> {
                    start.await();
                    return Owing.claimAll(store);
                }));
            }
            List<String> claimed = new ArrayList<>();
            for (Future<List<String>> claim : claims) {
                claimed.addAll(claim.get());
            }
            assertEquals(
                    IntStream.range(0, messages)
                            .mapToObj(i -> "m-" + i)
                            .sorted()
                            .toList(),
                    claimed.stream().sorted().toList());
        } finally {
            pool.shutdownNow();
        }
    }
}
