package dev.parley.benchmarks.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.benchmarks.TinyScale;
import dev.parley.benchmarks.contender.Contender;
import dev.parley.benchmarks.contender.Kind;
import dev.parley.benchmarks.contender.Peer;
import dev.parley.benchmarks.measure.Samples;
import dev.parley.benchmarks.parley.ParleyContender;
import dev.parley.benchmarks.work.Script;
import dev.parley.domain.negotiation.NegotiationEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitMeasureTest {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LONG = Duration.ofHours(1);
    private static final int ENOUGH = 5_000;

    private static final Peer OURS = new Peer("ours", "ours", (kind, threads) -> true, ParleyContender::open);
    private static final Peer USUAL = new Peer(
            "usual", "usual", (kind, threads) -> kind == Kind.STEP && threads == 64, directory -> new Watched());

    @Test
    void everyContenderIsMeasuredWhereItTakesPartAndLeavesNothingBehind(@TempDir Path directory) throws Exception {
        Samples samples = new Samples();

        new CommitMeasure(List.of(OURS, USUAL), name -> true).run(TinyScale.in(directory), samples, line -> {});

        for (Kind kind : Kind.values()) {
            for (int threads : new int[] {1, 64}) {
                assertEquals(TinyScale.ROUNDS, rounds(samples, kind, threads, "ours"));
                assertEquals(
                        kind == Kind.STEP && threads == 64 ? TinyScale.ROUNDS : 0,
                        rounds(samples, kind, threads, "usual"));
            }
        }
        assertEquals(TinyScale.ROUNDS, rounds(samples, Kind.STEP, 1, StepRates.FSYNC));
        assertEquals(TinyScale.ROUNDS, rounds(samples, Kind.STEP, 64, StepRates.LIMIT));
        assertEquals(0, rounds(samples, Kind.STEP, 64, StepRates.FSYNC));
        assertTrue(isEmpty(directory));
    }

    @Test
    void everyNegotiationTakesItsStepsInOrderAndThenANewOneIsOpened() {
        Watched watched = new Watched();

        // It works until it has seen enough, not for a time in which a slow machine would come to nothing.
        assertThrows(ExecutionException.class, () -> new Crew(3, Kind.LOAD_AND_STEP).work(watched, AT_ONCE, LONG));

        assertTrue(watched.opened.get() > 3 * 16, "some are over and were followed by others");
        assertEquals(0, watched.outOfOrder.get());
        assertEquals(0, watched.fromMemory.get());
    }

    @Test
    void aContenderThatFailsEndsTheMeasurement() {
        Contender broken = new Watched() {
            @Override
            public Hand open(String id, String context) throws IOException {
                throw new IOException("broken");
            }
        };

        assertThrows(ExecutionException.class, () -> new Crew(3, Kind.STEP).work(broken, AT_ONCE, LONG));
    }

    private static int rounds(Samples samples, Kind kind, int threads, String contender) {
        return samples.rounds(StepRates.series(kind, threads, contender, StepRates.PER_SECOND))
                .size();
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    private static class Watched implements Contender {
        private final AtomicInteger opened = new AtomicInteger();
        private final AtomicInteger taken = new AtomicInteger();
        private final AtomicInteger outOfOrder = new AtomicInteger();
        private final AtomicInteger fromMemory = new AtomicInteger();

        @Override
        public Hand open(String id, String context) throws IOException {
            assertFalse(context.isEmpty());
            if (taken.get() > ENOUGH) {
                throw new IOException("enough");
            }
            opened.incrementAndGet();
            return new Hand() {
                private int steps;

                @Override
                public void step(NegotiationEvent event, String note) {
                    fromMemory.incrementAndGet();
                }

                @Override
                public void loadAndStep(NegotiationEvent event, String note) {
                    boolean inOrder = event == Script.event(steps) && note.equals(Script.note(steps));
                    outOfOrder.addAndGet(inOrder && steps < Script.STEPS ? 0 : 1);
                    steps++;
                    taken.incrementAndGet();
                }
            };
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
