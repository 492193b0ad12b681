package dev.parley.benchmarks.recovery;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.benchmarks.measure.Measure;
import dev.parley.benchmarks.measure.Rounds;
import dev.parley.benchmarks.measure.Rounds.Turn;
import dev.parley.benchmarks.measure.Samples;
import dev.parley.benchmarks.measure.Scale;
import dev.parley.benchmarks.measure.ScratchDirectory;
import dev.parley.benchmarks.measure.Series;
import dev.parley.benchmarks.parley.ParleyFile;
import dev.parley.benchmarks.parley.ParleyRecovery;
import dev.parley.benchmarks.peer.postgres.PostgresServer;
import dev.parley.benchmarks.peer.reference.ReferenceFile;
import dev.parley.benchmarks.peer.reference.ReferenceRecovery;
import dev.parley.benchmarks.work.Life;
import dev.parley.persistence.postgresql.PostgresNegotiationStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** How many negotiations in flight are given back in a second, and whether those that have ended cost anything. */
public final class RecoveryMeasure implements Measure {
    /** Whole and decoded. */
    public static final String WHOLE = "whole";

    /** Contexts left as bytes; of the reference everything. */
    public static final String BYTES = "bytes";

    /** A few in flight among many that have ended. */
    public static final String AMONG_ENDED = "1 % among the ended";

    /** The same few alone. */
    public static final String ALONE = "the same alone";

    /** Parley on a server. */
    public static final String ON_POSTGRESQL = "postgresql";

    /** Negotiations a second. */
    public static final String PER_SECOND = "per_second";

    /** The whole start-up, in milliseconds. */
    public static final String MILLIS = "ms";

    private final Predicate<String> wanted;

    /**
     * @param wanted by name, whether Parley on a server is measured beside the others
     */
    public RecoveryMeasure(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return "recovery";
    }

    /** What is measured of a contender. */
    public static Series series(String setting, String contender, String quantity) {
        return new Series("recovery", setting, contender, quantity);
    }

    @Override
    public void run(Scale scale, Samples samples, Progress progress) throws Exception {
        try (ScratchDirectory scratch = ScratchDirectory.in(scale.directory())) {
            Path ours = scratch.path().resolve("ours.db");
            Path reference = scratch.path().resolve("reference.db");
            progress.tell("filling with " + scale.recovered() + " negotiations");
            ParleyFile.fill(ours, scale.recovered(), Life::inFlight);
            ReferenceFile.fill(reference, scale.recovered(), Life::inFlight);
            Path amongEnded = scratch.path().resolve("among-ended.db");
            Path alone = scratch.path().resolve("alone.db");
            int few = scale.million() / Scale.ENDED_SHARE;
            progress.tell("filling with " + scale.million() + " negotiations, of which " + few + " are in flight");
            ParleyFile.fill(
                    amongEnded,
                    scale.million(),
                    place -> place % Scale.ENDED_SHARE == 0 ? Life.inFlight(place) : Life.ended(place));
            ParleyFile.fill(alone, few, place -> Life.inFlight(place * Scale.ENDED_SHARE));
            Keeping keeping = new Keeping(samples, progress);
            List<List<Turn>> groups = new ArrayList<>(List.of(
                    List.of(
                            keeping.turn(WHOLE, "ours", scale.recovered(), () -> ParleyRecovery.whole(ours)),
                            keeping.turn(
                                    WHOLE, "reference", scale.recovered(), () -> ReferenceRecovery.decoded(reference))),
                    List.of(
                            keeping.turn(BYTES, "ours", scale.recovered(), () -> ParleyRecovery.outlines(ours)),
                            keeping.turn(
                                    BYTES, "reference", scale.recovered(), () -> ReferenceRecovery.bytes(reference))),
                    List.of(
                            keeping.turn(AMONG_ENDED, "ours", few, () -> ParleyRecovery.whole(amongEnded)),
                            keeping.turn(ALONE, "ours", few, () -> ParleyRecovery.whole(alone)))));
            if (wanted.test(ON_POSTGRESQL)) {
                runBesideAServer(scale, scratch.path(), groups, keeping);
            } else {
                run(scale, groups);
            }
        }
    }

    private static void runBesideAServer(Scale scale, Path directory, List<List<Turn>> groups, Keeping keeping)
            throws Exception {
        try (PostgresServer server = PostgresServer.start(directory);
                HikariDataSource pool = server.pool(2);
                PostgresNegotiationStore store = PostgresNegotiationStore.open(pool)) {
            keeping.progress().tell("filling a server with " + scale.recovered() + " negotiations");
            ParleyFile.fill(store, scale.recovered(), Life::inFlight);
            groups.add(List.of(
                    keeping.turn(WHOLE, ON_POSTGRESQL, scale.recovered(), () -> ParleyRecovery.whole(store)),
                    keeping.turn(BYTES, ON_POSTGRESQL, scale.recovered(), () -> ParleyRecovery.outlines(store))));
            run(scale, groups);
        }
    }

    private static void run(Scale scale, List<List<Turn>> groups) throws Exception {
        Rounds.warmUp(groups);
        Rounds.run(scale.rounds(), groups);
    }

    @FunctionalInterface
    private interface StartUp {
        Recovered run() throws Exception;
    }

    private record Keeping(Samples samples, Progress progress) {
        Turn turn(String setting, String contender, long expected, StartUp startUp) {
            return round -> {
                Recovered recovered = startUp.run();
                if (recovered.rows() != expected) {
                    throw new IllegalStateException(
                            contender + " gave back " + recovered.rows() + " negotiations instead of " + expected);
                }
                double perSecond = recovered.rows() / (recovered.nanos() / 1e9);
                samples.add(series(setting, contender, PER_SECOND), round, perSecond);
                samples.add(series(setting, contender, MILLIS), round, recovered.nanos() / 1e6);
                progress.tell(String.format(
                        Locale.ROOT, "round %d: recovery, %s, %s: %,.0f/s", round, setting, contender, perSecond));
            };
        }
    }
}
