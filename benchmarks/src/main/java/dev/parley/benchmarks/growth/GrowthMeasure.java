package dev.parley.benchmarks.growth;

import dev.parley.application.Negotiations;
import dev.parley.application.Step;
import dev.parley.benchmarks.measure.Latencies;
import dev.parley.benchmarks.measure.Measure;
import dev.parley.benchmarks.measure.Samples;
import dev.parley.benchmarks.measure.Scale;
import dev.parley.benchmarks.measure.ScratchDirectory;
import dev.parley.benchmarks.measure.Series;
import dev.parley.benchmarks.parley.ParleyFile;
import dev.parley.benchmarks.work.Life;
import dev.parley.benchmarks.work.Script;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long it takes to load a negotiation, and to commit a step of it, by the length of its history. */
public final class GrowthMeasure implements Measure {
    /** The middle time of a load, in microseconds. */
    public static final String LOAD = "load_us";

    /** The middle time of a step, in microseconds. */
    public static final String STEP = "step_us";

    @Override
    public String name() {
        return "growth";
    }

    /** What is measured at a length of history. */
    public static Series series(int length, String quantity) {
        return new Series("growth", length + " entries", "ours", quantity);
    }

    @Override
    public void run(Scale scale, Samples samples, Progress progress) throws Exception {
        // The first round warms up.
        for (int round = 0; round <= scale.rounds(); round++) {
            try (ScratchDirectory scratch = ScratchDirectory.in(scale.directory())) {
                Path file = scratch.path().resolve("long-lived.db");
                fill(file, scale);
                Map<Integer, Times> times = measured(file, scale);
                if (round > 0) {
                    keep(times, round, samples, progress);
                }
            }
        }
    }

    private record Times(Latencies load, Latencies step) {}

    private static void fill(Path file, Scale scale) {
        List<Integer> lengths = scale.histories();
        ParleyFile.fill(
                file,
                scale.longLived() * lengths.size(),
                place -> Life.ofLength(place, lengths.get(place % lengths.size())));
    }

    /** One of each length in turn, so that what changes on the machine meanwhile hits all lengths alike. */
    private static Map<Integer, Times> measured(Path file, Scale scale) {
        List<Integer> lengths = scale.histories();
        Map<Integer, Times> times = new LinkedHashMap<>();
        lengths.forEach(length -> times.put(length, new Times(new Latencies(), new Latencies())));
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            Negotiations negotiations = new Negotiations(store, InstantSource.system());
            for (int place = 0; place < scale.longLived() * lengths.size(); place++) {
                int length = lengths.get(place % lengths.size());
                take(
                        negotiations,
                        Life.ofLength(place, length),
                        times.getOrDefault(length, new Times(new Latencies(), new Latencies())));
            }
        }
        return times;
    }

    private static void take(Negotiations negotiations, Life life, Times times) {
        NegotiationId id = new NegotiationId(life.id());
        int length = life.events().size();
        long before = System.nanoTime();
        Stored<Negotiation> loaded = negotiations.find(id).orElseThrow();
        long between = System.nanoTime();
        negotiations.advance(Step.on(loaded, Script.event(length)).put("note", Script.note(length)));
        long after = System.nanoTime();
        times.load().add(between - before);
        times.step().add(after - between);
    }

    private static void keep(Map<Integer, Times> times, int round, Samples samples, Progress progress) {
        times.forEach((length, taken) -> {
            double load = taken.load().micros(0.5);
            double step = taken.step().micros(0.5);
            samples.add(series(length, LOAD), round, load);
            samples.add(series(length, STEP), round, step);
            progress.tell(String.format(
                    Locale.ROOT,
                    "round %d: growth, %d entries: load %.0f µs, step %.0f µs",
                    round,
                    length,
                    load,
                    step));
        });
    }
}
