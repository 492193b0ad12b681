package dev.parley.benchmarks.commit;

import dev.parley.benchmarks.contender.Contender;
import dev.parley.benchmarks.contender.Kind;
import dev.parley.benchmarks.contender.Peer;
import dev.parley.benchmarks.measure.Latencies;
import dev.parley.benchmarks.measure.Measure;
import dev.parley.benchmarks.measure.Rounds;
import dev.parley.benchmarks.measure.Rounds.Turn;
import dev.parley.benchmarks.measure.Samples;
import dev.parley.benchmarks.measure.Scale;
import dev.parley.benchmarks.measure.ScratchDirectory;
import dev.parley.benchmarks.peer.limit.Limit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Durable steps a second, and how long one takes, by the number of threads; on a new file each time. */
public final class CommitMeasure implements Measure {
    private static final List<Integer> LOADING_THREADS = List.of(1, Limit.BATCH);
    private static final double WARM_UP_SHARE = 0.25;

    private final List<Peer> peers;
    private final Predicate<String> wanted;

    /**
     * @param peers who is measured
     * @param wanted by name, whether the disk, and SQLite by itself, are measured beside them
     */
    public CommitMeasure(List<Peer> peers, Predicate<String> wanted) {
        this.peers = peers;
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return "commit";
    }

    @Override
    public void run(Scale scale, Samples samples, Progress progress) throws Exception {
        StepRates rates = new StepRates(samples, progress);
        List<List<Turn>> groups = new ArrayList<>();
        for (int threads : scale.threads()) {
            groups.add(turns(scale, Kind.STEP, threads, rates));
            if (LOADING_THREADS.contains(threads)) {
                groups.add(turns(scale, Kind.LOAD_AND_STEP, threads, rates));
            }
        }
        Rounds.warmUp(groups);
        Rounds.run(scale.rounds(), groups);
    }

    private List<Turn> turns(Scale scale, Kind kind, int threads, StepRates rates) {
        List<Turn> turns = new ArrayList<>();
        for (Peer peer : peers) {
            if (peer.part().in(kind, threads)) {
                turns.add(round -> rates.keep(
                        kind, threads, peer.name(), round, worked(scale, peer, threads, kind), scale.timed()));
            }
        }
        if (wanted.test(StepRates.FSYNC) && kind == Kind.STEP && threads == 1) {
            turns.add(round -> rates.keep(
                    kind,
                    threads,
                    StepRates.FSYNC,
                    round,
                    inScratch(scale, directory -> FsyncRate.measure(directory, scale.timed())),
                    scale.timed()));
        }
        if (wanted.test(StepRates.LIMIT) && kind == Kind.STEP && threads == Limit.BATCH) {
            turns.add(round -> rates.keepRate(
                    kind,
                    threads,
                    StepRates.LIMIT,
                    round,
                    inScratch(scale, directory -> Limit.perSecond(directory, warmUp(scale), scale.timed()))));
        }
        return turns;
    }

    private static Latencies worked(Scale scale, Peer peer, int threads, Kind kind) throws Exception {
        return inScratch(scale, directory -> {
            try (Contender contender = peer.opener().open(directory)) {
                return new Crew(threads, kind).work(contender, warmUp(scale), scale.timed());
            }
        });
    }

    private static Duration warmUp(Scale scale) {
        return Duration.ofNanos((long) (scale.timed().toNanos() * WARM_UP_SHARE));
    }

    @FunctionalInterface
    private interface Measured<T> {
        T in(Path directory) throws Exception;
    }

    private static <T> T inScratch(Scale scale, Measured<T> measured) throws Exception {
        try (ScratchDirectory scratch = ScratchDirectory.in(scale.directory())) {
            return measured.in(scratch.path());
        }
    }
}
