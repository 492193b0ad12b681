package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.Fault;
import dev.parley.domain.port.Commit;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The write-ahead log of a process that died, damaged before the next one opens it. What is found is some earlier moment,
 * every commit whole or not there at all; and the store works from there.
 */
class LogDamageTest {
    private static final Fault FAULT = Fault.named("damaged log");
    private static final int STEPS = 24;
    private static final int FRAME = 24 + 4096;
    private static final int HEADER = 32;

    @TempDir
    Path directory;

    private byte[] database;
    private byte[] log;
    private byte[] index;

    @BeforeEach
    void takeTheFilesOfADyingProcess() throws IOException {
        Path file = directory.resolve("living.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            new Writing(store, "n").steps(STEPS);
            database = Files.readAllBytes(file);
            log = Files.readAllBytes(directory.resolve("living.db-wal"));
            index = Files.readAllBytes(directory.resolve("living.db-shm"));
        }
    }

    @Test
    void cutAnywhereGivesAnEarlierMoment() throws Exception {
        Random random = FAULT.random("cut");
        TreeSet<Long> moments = new TreeSet<>();
        long before = 0;
        int frames = (log.length - HEADER) / FRAME;
        for (int frame = 0; frame <= frames; frame += Fault.rounds(4, 1)) {
            for (int more : new int[] {0, 1 + random.nextInt(FRAME - 1)}) {
                int length = Math.min(log.length, HEADER + frame * FRAME + more);
                long steps = steps(Arrays.copyOf(log, length), index);
                assertTrue(steps >= before, "a longer log never knows less");
                before = steps;
                moments.add(steps);
            }
        }
        assertTrue(moments.size() > STEPS / 2, "many moments were met: " + moments);
        FAULT.ran("cut at " + frames + " frames and inside them: " + moments.size() + " moments, none torn");
    }

    @Test
    void missingGivesTheLastCheckpoint() throws Exception {
        assertEquals(0, steps(new byte[0], index));
        assertEquals(0, steps(null, index));
        FAULT.ran("missing or empty: back to the last checkpoint");
    }

    @Test
    void withGarbageBehindItOrAnIndexOfGarbageIsWhole() throws Exception {
        byte[] garbage = new byte[3 * FRAME];
        FAULT.random("garbage").nextBytes(garbage);
        byte[] longer = Arrays.copyOf(log, log.length + garbage.length);
        System.arraycopy(garbage, 0, longer, log.length, garbage.length);
        assertEquals(STEPS, steps(log, index), "control: undamaged, everything is there");
        assertEquals(STEPS, steps(longer, index));
        assertEquals(STEPS, steps(log, null));
        assertEquals(STEPS, steps(log, garbage));
        FAULT.ran("garbage behind it, -shm missing or garbage: everything is there");
    }

    @Test
    void withAFlippedBitGivesAnEarlierMoment() throws Exception {
        Random random = FAULT.random("flip");
        int flips = Fault.rounds(60, 2_000);
        long lost = 0;
        for (int i = 0; i < flips; i++) {
            byte[] damaged = log.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            lost += STEPS - steps(damaged, index);
        }
        assertTrue(lost > 0, "a flip ends the log where it hits");
        FAULT.ran(flips + " flipped bits: each an earlier moment, none torn");
    }

    /** How many steps are there, each of them whole; and the store must take the next. */
    private long steps(byte[] wal, byte[] shm) throws Exception {
        Path file = directory.resolve("found.db");
        put(file, database);
        put(directory.resolve("found.db-wal"), wal);
        put(directory.resolve("found.db-shm"), shm);
        Audit audit = Audit.of(file);
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            new Writing(store, "next").steps(1);
        }
        return audit.found().values().stream()
                .mapToLong(stored -> stored.revision())
                .sum();
    }

    private static void put(Path file, byte[] content) throws IOException {
        Files.deleteIfExists(file);
        if (content != null) {
            Files.write(file, content);
        }
    }
}
