package dev.parley.benchmarks.jmh;

import dev.parley.benchmarks.measure.Measure;
import dev.parley.benchmarks.measure.Samples;
import dev.parley.benchmarks.measure.Scale;
import dev.parley.benchmarks.measure.Series;

/** The figures of JMH as one of the measures, in as many rounds as the others have. */
public final class MachineMeasure implements Measure {
    private static final String NAME = "machine";
    private static final String OURS = "ours";
    private static final String TRANSITION = "transition";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(Scale scale, Samples samples, Progress progress) throws Exception {
        for (int round = 1; round <= scale.rounds(); round++) {
            progress.tell(NAME + ", round " + round);
            for (Figure figure : MachineFigures.measure(MachineFigures.ALL, 1)) {
                samples.add(series(figure, "ns"), round, figure.nanosPerOp());
                samples.add(series(figure, "bytes"), round, figure.bytesPerOp());
            }
        }
    }

    static Series series(Figure figure, String quantity) {
        if (!figure.name().startsWith(MachineFigures.MACHINE)) {
            return new Series(NAME, figure.name(), OURS, quantity);
        }
        String contender = figure.name().substring(MachineFigures.MACHINE.length() + 1);
        return new Series(NAME, TRANSITION, contender.equals("parley") ? OURS : contender, quantity);
    }
}
