package dev.parley.benchmarks.commit;

import dev.parley.benchmarks.measure.Latencies;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * What the disk itself can do: 4 KiB written and synced, time and again. It writes over a file of 4 MiB from its
 * beginning to its end, as SQLite does with its log.
 */
final class FsyncRate {
    private static final int PAGE = 4096;
    private static final int PAGES = 1000;

    private FsyncRate() {}

    static Latencies measure(Path directory, Duration timed) throws IOException {
        Latencies latencies = new Latencies();
        try (FileChannel file =
                FileChannel.open(directory.resolve("fsync"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int page = 0; page < PAGES; page++) {
                file.write(ByteBuffer.allocate(PAGE), (long) page * PAGE);
            }
            file.force(true);
            ByteBuffer content = ByteBuffer.allocateDirect(PAGE);
            long until = System.nanoTime() + timed.toNanos();
            long before = System.nanoTime();
            for (int page = 0; before - until < 0; page = (page + 1) % PAGES) {
                content.clear().putLong(0, before);
                file.write(content, (long) page * PAGE);
                file.force(false);
                long after = System.nanoTime();
                latencies.add(after - before);
                before = after;
            }
        }
        return latencies;
    }
}
