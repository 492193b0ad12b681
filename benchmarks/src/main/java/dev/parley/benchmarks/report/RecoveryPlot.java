package dev.parley.benchmarks.report;

import dev.parley.benchmarks.measure.Samples;
import dev.parley.benchmarks.measure.Series;
import dev.parley.benchmarks.measure.Spread;
import dev.parley.benchmarks.recovery.RecoveryMeasure;
import java.util.List;

/** Negotiations given back in a second, as bars. */
final class RecoveryPlot {
    private static final int LEFT = 240;
    private static final int LENGTH = 380;
    private static final int TOP = 50;
    private static final int STEP = 34;
    private static final int THICKNESS = 20;

    private final Samples samples;
    private final Titles titles;

    RecoveryPlot(Samples samples, Titles titles) {
        this.samples = samples;
        this.titles = titles;
    }

    String svg() {
        List<Series> rates = samples.series().stream()
                .filter(series -> series.measure().equals("recovery"))
                .filter(series -> series.quantity().equals(RecoveryMeasure.PER_SECOND))
                .toList();
        double most = rates.stream()
                .mapToDouble(series -> spread(series).median())
                .max()
                .orElse(1);
        Svg svg = new Svg(740, TOP + STEP * Math.max(1, rates.size()));
        svg.text(LEFT, 24, "start", "title", "Negotiations given back a second");
        for (int i = 0; i < rates.size(); i++) {
            Series series = rates.get(i);
            double y = TOP + i * STEP;
            double median = spread(series).median();
            svg.text(LEFT - 10, y + 15, "end", "", series.setting() + ", " + titles.of(series.contender()));
            svg.bar(
                    LEFT,
                    y,
                    LENGTH * median / most,
                    THICKNESS,
                    Svg.color(series.contender().equals("ours") ? 0 : 1));
            svg.text(LEFT + LENGTH * median / most + 8, y + 15, "start", "", Numbers.measured(median));
        }
        return svg.written();
    }

    private Spread spread(Series series) {
        return samples.spread(series).orElseThrow();
    }
}
