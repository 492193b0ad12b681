package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.PageRequest;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class OpeningRaceTest {
    private static final int OPENERS = 8;

    @TempDir
    Path directory;

    @RepeatedTest(10)
    void allWhoOpenANewFileAtOnceGetAStoreThatWorks() throws Exception {
        Path file = directory.resolve("parley.db");
        CyclicBarrier start = new CyclicBarrier(OPENERS);
        ExecutorService threads = Executors.newFixedThreadPool(OPENERS);
        List<Future<?>> openers = new ArrayList<>();
        for (int i = 0; i < OPENERS; i++) {
            CampaignSnapshot campaign = Fixtures.campaign(new CampaignId("c-" + i));
            openers.add(threads.submit(() -> {
                start.await();
                try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
                    store.commit(Commit.of(campaign));
                }
                return campaign;
            }));
        }
        for (Future<?> opener : openers) {
            opener.get();
        }
        threads.shutdown();

        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            assertEquals(OPENERS, store.campaigns(PageRequest.first(100)).rows().size());
        }
    }
}
