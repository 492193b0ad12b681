package dev.parley.benchmarks.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All that was measured, by series and round, in the order it was measured. For one thread. */
public final class Samples {
    private final Map<Series, TreeMap<Integer, Double>> values = new LinkedHashMap<>();

    /**
     * Keeps a value.
     *
     * @param round from 1
     */
    public void add(Series series, int round, double value) {
        values.computeIfAbsent(series, fresh -> new TreeMap<>()).put(round, value);
    }

    /** What was measured. */
    public Set<Series> series() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** The values of a series by round; empty if it was not measured. */
    public Map<Integer, Double> rounds(Series series) {
        return Collections.unmodifiableMap(values.getOrDefault(series, new TreeMap<>()));
    }

    /** What the rounds of a series gave; empty if it was not measured. */
    public Optional<Spread> spread(Series series) {
        Map<Integer, Double> rounds = rounds(series);
        return rounds.isEmpty() ? Optional.empty() : Optional.of(Spread.of(rounds.values()));
    }

    /**
     * How many times another series the one is, taken in each round for itself: what slows a machine for a while slows
     * both. Empty if they have no round in common.
     */
    public Optional<Spread> ratio(Series one, Series other) {
        Map<Integer, Double> divisors = rounds(other);
        List<Double> ratios = new ArrayList<>();
        rounds(one).forEach((round, value) -> {
            Double divisor = divisors.get(round);
            if (divisor != null) {
                ratios.add(value / divisor);
            }
        });
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios));
    }
}
