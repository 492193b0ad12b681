package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.Fault;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up refuses commits, typed; what was acknowledged stays, and the store goes on once there is room. */
class DiskFullTest {
    private static final Fault FAULT = Fault.named("disk full");

    @TempDir
    Path directory;

    @BeforeEach
    void needsAFileSystemOfItsOwn() {
        FAULT.needs(Mount.possible(directory), "root, for a small tmpfs");
    }

    @Test
    void refusesCommitsUntilThereIsRoomAgain() throws Exception {
        try (Mount disk = Mount.memory(directory.resolve("disk"), "2m")) {
            Path ballast = Files.write(disk.at().resolve("ballast"), new byte[1_200_000]);
            Path file = disk.at().resolve("parley.db");
            long acknowledged;
            try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
                store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
                store.findCampaign(Fixtures.CAMPAIGN);
                Writing writing = new Writing(store, "before");
                StoreFailureException refused =
                        assertThrows(StoreFailureException.class, () -> writing.steps(Integer.MAX_VALUE));
                assertTrue(refused.getMessage().contains("make room"), refused.getMessage());
                assertThrows(StoreFailureException.class, () -> writing.steps(1), "it is still full");
                assertEquals(writing.acknowledged(), store.find(writing.id()).orElseThrow(), "reading goes on");

                Files.delete(ballast);
                writing.steps(10);

                acknowledged = writing.count();
                assertEquals(writing.acknowledged(), store.find(writing.id()).orElseThrow());
                assertEquals(acknowledged, steps(Audit.of(store, file)), "what was refused was not written");
            }
            assertEquals(acknowledged, steps(Audit.of(file)), "and is not there after opening it again");
            FAULT.ran(acknowledged + " steps acknowledged before and after, none lost");
        }
    }

    @Test
    void refusesToOpenUntilThereIsRoomAgain() throws Exception {
        int refusals = 0;
        for (int free = 0; free < 400_000; free += Fault.rounds(24_576, 4_096)) {
            try (Mount disk = Mount.memory(directory.resolve("disk"), "512k")) {
                Path ballast = Files.write(disk.at().resolve("ballast"), new byte[512 * 1024 - 4096 - free]);
                Path file = disk.at().resolve("parley.db");
                try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
                    store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
                } catch (StoreFailureException full) {
                    refusals++;
                }
                Files.delete(ballast);
                try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
                    store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
                    new Writing(store, "after").steps(3);
                }
                assertEquals(3, steps(Audit.of(file)), "a file that could not be finished is no obstacle");
            }
        }
        assertTrue(refusals > 2, "some disks were too full to open a store on");
        FAULT.ran("opening refused on " + refusals + " disks, each good again with room made");
    }

    private static long steps(Audit audit) {
        return audit.found().values().stream()
                .mapToLong(Stored<NegotiationSnapshot>::revision)
                .sum();
    }
}
