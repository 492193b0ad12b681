package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.ChildJvm;
import dev.parley.crash.Fault;
import dev.parley.domain.port.Commit;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many threads that commit and read through one store: virtual ones on two carriers where Java has them, else fewer of the
 * other kind. None of ours ever waits where it would keep its carrier from the others; the driver keeps one by writing.
 */
class ManyThreadsTest {
    private static final Fault FAULT = Fault.named("many threads");
    private static final int VIRTUAL = 10_000;
    private static final int PLATFORM = 500;
    private static final int STEPS = 3;
    private static final String PINNED = "jdk.VirtualThreadPinned";

    @TempDir
    Path directory;

    @Test
    void commitAndReadThroughOneStore() throws Exception {
        Path file = directory.resolve("parley.db");
        Path recording = directory.resolve("pinned.jfr");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        }

        String said = said(file, recording);

        boolean virtual = said.startsWith(VIRTUAL + " virtual threads");
        assertTrue(virtual || said.startsWith(PLATFORM + " platform threads"), said);
        assertTrue(said.endsWith("at the most 1 writing at once"), said);
        long steps = (virtual ? VIRTUAL : PLATFORM) * (long) STEPS + Life.LAST;
        assertEquals(
                steps,
                Audit.of(file).found().values().stream()
                        .mapToLong(stored -> stored.revision())
                        .sum());
        List<String> pinned = pinned(recording);
        List<String> ours =
                pinned.stream().filter(event -> !event.contains("org.sqlite")).toList();
        assertEquals(
                List.of(),
                ours.stream()
                        .filter(event -> !event.contains("PinnedOnPurpose"))
                        .toList());
        assertEquals(virtual ? 1 : 0, ours.size(), "the recording sees who is pinned on purpose");
        FAULT.ran(said + ", " + steps + " steps committed and read; of the threads that waited "
                + (pinned.size() - ours.size()) + " were pinned");
    }

    private String said(Path file, Path recording) throws Exception {
        List<String> options = List.of(
                "-Djdk.virtualThreadScheduler.parallelism=2",
                "-Djdk.virtualThreadScheduler.maxPoolSize=2",
                "-XX:StartFlightRecording:settings=none,+" + PINNED + "#enabled=true,+" + PINNED + "#threshold=0ms,+"
                        + PINNED + "#stackTrace=true,filename=" + recording);
        try (ChildJvm child =
                ChildJvm.start(directory.resolve("child"), options, CrowdMain.class, file, VIRTUAL, PLATFORM, STEPS)) {
            String said = "nothing";
            for (Optional<String> line = child.line(); line.isPresent(); line = child.line()) {
                assertTrue(!line.get().startsWith("failed"), line.get());
                said = line.get();
            }
            assertEquals(0, child.exitCode(), child::lastWords);
            return said;
        }
    }

    /** Each time that a virtual thread waited and kept its carrier, with the stack. */
    private static List<String> pinned(Path recording) throws Exception {
        String events = Shell.run(
                ChildJvm.tool("jfr"), "print", "--events", PINNED, "--stack-depth", "64", recording.toString());
        return Stream.of(events.split(PINNED)).skip(1).toList();
    }
}
