package dev.parley.benchmarks.report;

import dev.parley.benchmarks.commit.StepRates;
import dev.parley.benchmarks.growth.GrowthMeasure;
import dev.parley.benchmarks.measure.Samples;
import dev.parley.benchmarks.measure.Series;
import dev.parley.benchmarks.measure.Spread;
import java.util.List;

/** What was measured, a table for each measure. */
final class Tables {
    private static final String OURS = "ours";

    private final Samples samples;
    private final Titles titles;

    Tables(Samples samples, Titles titles) {
        this.samples = samples;
        this.titles = titles;
    }

    /** The series of a measure that give a quantity, in the order they were measured. */
    private List<Series> of(String measure, String quantity) {
        return samples.series().stream()
                .filter(series ->
                        series.measure().equals(measure) && series.quantity().equals(quantity))
                .toList();
    }

    /** Rates and latencies. */
    Table steps(String measure) {
        Table table =
                new Table("threads", "contender", "steps/s", "min–max", "Parley to it", "p50 µs", "p99 µs", "max µs");
        for (Series series : of(measure, StepRates.PER_SECOND)) {
            table.row(
                    series.setting(),
                    titles.of(series.contender()),
                    median(series),
                    range(series),
                    ratio(series.of(OURS), series),
                    median(series.giving(StepRates.P50)),
                    median(series.giving(StepRates.P99)),
                    median(series.giving(StepRates.MAX)));
        }
        return table;
    }

    Table recovery() {
        Table table = new Table("what", "contender", "negotiations/s", "min–max", "Parley to it", "ms");
        for (Series series : of("recovery", StepRates.PER_SECOND)) {
            table.row(
                    series.setting(),
                    titles.of(series.contender()),
                    median(series),
                    range(series),
                    ratio(series.of(OURS), series),
                    median(series.giving("ms")));
        }
        return table;
    }

    Table growth() {
        Table table = new Table("history", "load µs", "min–max", "to the first", "step µs", "min–max", "to the first");
        List<Series> steps = of("growth", GrowthMeasure.STEP);
        for (Series step : steps) {
            Series first = steps.get(0);
            Series load = step.giving(GrowthMeasure.LOAD);
            table.row(
                    step.setting(),
                    median(load),
                    range(load),
                    ratio(load, first.giving(GrowthMeasure.LOAD)),
                    median(step),
                    range(step),
                    ratio(step, first));
        }
        return table;
    }

    /** Whatever else there is, a row for each series. */
    Table plain(String measure) {
        Table table = new Table("what", "contender", "unit", "median", "min–max", "to Parley");
        for (Series series : samples.series()) {
            if (series.measure().equals(measure)) {
                table.row(
                        series.setting(),
                        titles.of(series.contender()),
                        series.quantity(),
                        median(series),
                        range(series),
                        ratio(series, series.of(OURS)));
            }
        }
        return table;
    }

    private String median(Series series) {
        return samples.spread(series).map(Spread::median).map(Numbers::measured).orElse("");
    }

    private String range(Series series) {
        return samples.spread(series)
                .map(spread -> Numbers.measured(spread.min()) + "–" + Numbers.measured(spread.max()))
                .orElse("");
    }

    private String ratio(Series one, Series other) {
        return one.equals(other)
                ? ""
                : samples.ratio(one, other)
                        .map(Spread::median)
                        .map(Numbers::ratio)
                        .orElse("");
    }
}
