package dev.parley.benchmarks.report;

import java.util.Locale;

/** Numbers with as many digits as they are worth. */
final class Numbers {
    private Numbers() {}

    /** About three digits that count, thousands set apart. */
    static String measured(double value) {
        if (value >= 100) {
            double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(value)) - 2));
            return String.format(Locale.ROOT, "%,.0f", Math.rint(value / unit) * unit);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
