package dev.parley.benchmarks.recovery;

import dev.parley.benchmarks.measure.Measure;
import dev.parley.benchmarks.measure.Rounds;
import dev.parley.benchmarks.measure.Rounds.Turn;
import dev.parley.benchmarks.measure.Samples;
import dev.parley.benchmarks.measure.Scale;
import dev.parley.benchmarks.measure.ScratchDirectory;
import dev.parley.benchmarks.measure.Series;
import dev.parley.benchmarks.parley.ParleyFile;
import dev.parley.benchmarks.parley.ParleyRecovery;
import dev.parley.benchmarks.peer.reference.ReferenceFile;
import dev.parley.benchmarks.peer.reference.ReferenceRecovery;
import dev.parley.benchmarks.work.Life;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

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

    /** Negotiations a second. */
    public static final String PER_SECOND = "per_second";

    /** The whole start-up, in milliseconds. */
    public static final String MILLIS = "ms";

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
            List<List<Turn>> groups = List.of(
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
                            keeping.turn(ALONE, "ours", few, () -> ParleyRecovery.whole(alone))));
            Rounds.warmUp(groups);
            Rounds.run(scale.rounds(), groups);
        }
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
