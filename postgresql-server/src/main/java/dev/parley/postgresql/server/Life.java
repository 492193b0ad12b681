package dev.parley.postgresql.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Whether another process still lives. */
final class Life {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration EVER = Duration.ofDays(1000);

    private Life() {}

    /** Waits until a process has ended. */
    static void awaitEnd(ProcessHandle process) {
        awaitEnd(process, () -> false, EVER);
    }

    /**
     * Waits until a process has ended, or what it does last is done.
     *
     * @return whether that came in time
     */
    static boolean awaitEnd(ProcessHandle process, BooleanSupplier lastDone, Duration patience) {
        long begun = System.nanoTime();
        while (isAlive(process) && !lastDone.getAsBoolean()) {
            if (System.nanoTime() - begun > patience.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }

    /** A process that has ended and whose parent does not ask about it still has its entry, where there is a /proc. */
    private static boolean isAlive(ProcessHandle process) {
        try {
            Path entry = Path.of("/proc", Long.toString(process.pid()), "stat");
            return process.isAlive()
                    && !(Files.exists(entry) && Files.readString(entry).contains(") Z "));
        } catch (IOException gone) {
            return false;
        }
    }
}
