package dev.parley.benchmarks.measure;

import java.util.Collection;

/**
 * What several rounds gave.
 *
 * @param min the least
 * @param median the one in the middle; the mean of the two in the middle where there are two
 * @param max the greatest
 */
public record Spread(double min, double median, double max) {
    /**
     * The spread of some values.
     *
     * @throws IllegalArgumentException if there are no values
     */
    public static Spread of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values, no spread");
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }
}
