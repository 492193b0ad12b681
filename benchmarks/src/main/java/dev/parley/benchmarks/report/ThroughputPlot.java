package dev.parley.benchmarks.report;

import dev.parley.benchmarks.commit.StepRates;
import dev.parley.benchmarks.contender.Kind;
import dev.parley.benchmarks.measure.Samples;
import dev.parley.benchmarks.measure.Series;
import dev.parley.benchmarks.measure.Spread;
import java.util.List;

/** Durable steps a second over threads, by contender; the axis of the rates is logarithmic. */
final class ThroughputPlot {
    private static final int LEFT = 70;
    private static final int RIGHT = 520;
    private static final int TOP = 50;
    private static final int BOTTOM = 370;
    private static final int LEGEND = 20;

    private final Samples samples;
    private final Titles titles;
    private final List<Series> rates;
    private final List<String> settings;
    private final int fewest;
    private final int most;

    ThroughputPlot(Samples samples, Titles titles) {
        this.samples = samples;
        this.titles = titles;
        this.rates = samples.series().stream()
                .filter(series -> series.measure().equals(Kind.STEP.measure()))
                .filter(series -> series.quantity().equals(StepRates.PER_SECOND))
                .toList();
        this.settings = rates.stream().map(Series::setting).distinct().toList();
        this.fewest = (int) Math.floor(rates.stream()
                .mapToDouble(series -> Math.log10(spread(series).min()))
                .min()
                .orElse(2));
        this.most = (int) Math.ceil(rates.stream()
                .mapToDouble(series -> Math.log10(spread(series).max()))
                .max()
                .orElse(5));
    }

    String svg() {
        Svg svg = new Svg(740, 410);
        svg.text(LEFT, 24, "start", "title", "Durable steps a second (logarithmic)");
        for (int power = fewest; power <= most; power++) {
            double y = y(Math.pow(10, power));
            svg.grid(LEFT, y, RIGHT, y);
            svg.text(LEFT - 8, y + 4, "end", "", Numbers.measured(Math.pow(10, power)));
        }
        settings.forEach(setting -> svg.text(x(setting), BOTTOM + 24, "middle", "", setting));
        List<String> contenders =
                rates.stream().map(Series::contender).distinct().toList();
        for (int number = 0; number < contenders.size(); number++) {
            draw(svg, contenders.get(number), Svg.color(number));
            double y = TOP + number * LEGEND;
            svg.dot(RIGHT + 24, y - 4, Svg.color(number));
            svg.text(RIGHT + 36, y, "start", "", titles.of(contenders.get(number)));
        }
        return svg.written();
    }

    private void draw(Svg svg, String contender, String color) {
        List<Series> points = rates.stream()
                .filter(series -> series.contender().equals(contender))
                .toList();
        for (int i = 0; i < points.size(); i++) {
            double x = x(points.get(i).setting());
            Spread spread = spread(points.get(i));
            svg.line(x, y(spread.min()), x, y(spread.max()), color);
            svg.dot(x, y(spread.median()), color);
            if (i > 0) {
                Series before = points.get(i - 1);
                svg.line(x(before.setting()), y(spread(before).median()), x, y(spread.median()), color);
            }
        }
    }

    private Spread spread(Series series) {
        return samples.spread(series).orElseThrow();
    }

    private double x(String setting) {
        return LEFT + (RIGHT - LEFT) * (settings.indexOf(setting) + 0.5) / settings.size();
    }

    private double y(double rate) {
        return BOTTOM - (BOTTOM - TOP) * (Math.log10(Math.max(1, rate)) - fewest) / Math.max(1, most - fewest);
    }
}
