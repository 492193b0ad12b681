package dev.parley.benchmarks.parley;

import dev.parley.application.Negotiations;
import dev.parley.benchmarks.recovery.Recovered;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;

/** Parley's start-up, from an open store to the report. */
public final class ParleyRecovery {
    private ParleyRecovery() {}

    @FunctionalInterface
    private interface StartUp {
        void run(Negotiations negotiations, LongAdder rows);
    }

    /** Every negotiation in flight, whole and decoded. */
    public static Recovered whole(Path file) {
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            return whole(store);
        }
    }

    /** As {@link #whole(Path)}, of any store. */
    public static Recovered whole(NegotiationStore store) {
        return recovered(store, (negotiations, rows) -> negotiations.recover(one -> rows.increment()));
    }

    /** Every negotiation in flight, its context left as bytes until somebody asks for it. */
    public static Recovered outlines(Path file) {
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            return outlines(store);
        }
    }

    /** As {@link #outlines(Path)}, of any store. */
    public static Recovered outlines(NegotiationStore store) {
        return recovered(store, (negotiations, rows) -> negotiations.recoverOutlines(one -> rows.increment()));
    }

    private static Recovered recovered(NegotiationStore store, StartUp startUp) {
        Negotiations negotiations = new Negotiations(store, InstantSource.system());
        LongAdder rows = new LongAdder();
        long before = System.nanoTime();
        startUp.run(negotiations, rows);
        return new Recovered(rows.sum(), System.nanoTime() - before);
    }
}
