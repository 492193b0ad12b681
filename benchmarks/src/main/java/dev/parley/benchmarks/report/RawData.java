package dev.parley.benchmarks.report;

import dev.parley.benchmarks.measure.Samples;
import java.util.Locale;

/** Every value that was measured, one a line, as comma-separated values. */
final class RawData {
    private RawData() {}

    static String csv(Samples samples) {
        StringBuilder text = new StringBuilder("measure,setting,contender,quantity,round,value\n");
        samples.series()
                .forEach(series -> samples.rounds(series)
                        .forEach((round, value) -> text.append(String.join(
                                        ",", series.measure(), series.setting(), series.contender(), series.quantity()))
                                .append(String.format(Locale.ROOT, ",%d,%.3f\n", round, value))));
        return text.toString();
    }
}
