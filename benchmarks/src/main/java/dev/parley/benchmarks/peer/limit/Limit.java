package dev.parley.benchmarks.peer.limit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What SQLite and its driver can do at the most with the statements and the bytes of Parley's store: one thread that
 * decides nothing and encodes nothing, with 64 steps in each transaction.
 *
 * <p>The statements and values are recorded from the store. Where they are played again under other ids the checksums
 * are those of the recorded ids: of the same length, and read by nobody.
 */
public final class Limit {
    /** How many steps share a transaction. */
    public static final int BATCH = 64;

    /** The file in its directory. */
    static final String FILE = "limit.db";

    /** As many as the threads of the contenders have in their hands together. */
    private static final int IN_FLIGHT = 512;

    private static final int RECORDED = 4 * BATCH;

    private Limit() {}

    /**
     * Steps a second, an opening counted as a step.
     *
     * @param directory where its files go
     * @param warmUp how long before anything counts
     * @param timed how long what is done counts
     */
    public static double perSecond(Path directory, Duration warmUp, Duration timed)
            throws SQLException, ReflectiveOperationException {
        List<Tape> tapes = recorded(directory, RECORDED);
        try (Connection connection = LimitFile.created(directory.resolve(FILE))) {
            Replay replay = new Replay(connection);
            long from = System.nanoTime() + warmUp.toNanos();
            long until = from + timed.toNanos();
            long steps = 0;
            int groups = 0;
            Group group = new Group(groups++, IN_FLIGHT, tapes);
            for (long before = System.nanoTime(); before - until < 0; ) {
                group = group.isOver() ? new Group(groups++, IN_FLIGHT, tapes) : group;
                group.next(replay, BATCH);
                long after = System.nanoTime();
                steps += before - from >= 0 && after - until <= 0 ? BATCH : 0;
                before = after;
            }
            return steps / (timed.toNanos() / 1e9);
        }
    }

    /**
     * Lets groups live from their openings to their last steps, for those who look at the file afterwards.
     *
     * @param size how many negotiations are recorded, and each group has
     */
    static Path played(Path directory, int size, int groups) throws SQLException, ReflectiveOperationException {
        List<Tape> tapes = recorded(directory, size);
        Path file = directory.resolve(FILE);
        try (Connection connection = LimitFile.created(file)) {
            Replay replay = new Replay(connection);
            for (int number = 0; number < groups; number++) {
                Group group = new Group(number, size, tapes);
                while (!group.isOver()) {
                    group.next(replay, size);
                }
            }
        }
        return file;
    }

    private static List<Tape> recorded(Path directory, int count) throws SQLException, ReflectiveOperationException {
        return Tape.record(
                directory, IntStream.range(0, count).mapToObj(Group::id).toList());
    }
}
