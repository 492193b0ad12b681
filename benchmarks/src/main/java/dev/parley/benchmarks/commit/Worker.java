package dev.parley.benchmarks.commit;

import dev.parley.benchmarks.contender.Contender;
import dev.parley.benchmarks.contender.Kind;
import dev.parley.benchmarks.measure.Latencies;
import dev.parley.benchmarks.work.Contexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** A thread's work: it takes a step in each of its negotiations in turn, and opens a new one where one is over. */
final class Worker {
    private static final List<String> CONTEXTS =
            LongStream.range(0, 64).mapToObj(Contexts::context).toList();

    private final Contender contender;
    private final Kind kind;
    private final int number;
    private final List<Led> led = new ArrayList<>();
    private final Latencies latencies = new Latencies();
    private int opened;

    Worker(Contender contender, Kind kind, int number) {
        this.contender = contender;
        this.kind = kind;
        this.number = number;
    }

    void openAll(int negotiations) throws Exception {
        for (int i = 0; i < negotiations; i++) {
            led.add(open());
        }
    }

    /**
     * Works until a moment. What was done within a span counts, an opening as a step.
     *
     * @param from when the span begins, as {@link System#nanoTime}
     * @param until when it ends, and the work with it
     */
    void work(long from, long until) throws Exception {
        long before = System.nanoTime();
        for (int turn = 0; before - until < 0; turn = (turn + 1) % led.size()) {
            Led next = led.get(turn);
            if (next.isOver()) {
                led.set(turn, open());
            } else {
                next.step(kind);
            }
            long after = System.nanoTime();
            if (before - from >= 0 && after - until <= 0) {
                latencies.add(after - before);
            }
            before = after;
        }
    }

    Latencies latencies() {
        return latencies;
    }

    private Led open() throws Exception {
        String id = String.format(Locale.ROOT, "negotiation-%03d-%06d", number, opened++);
        return Led.open(contender, id, CONTEXTS.get((number + opened) % CONTEXTS.size()));
    }
}
