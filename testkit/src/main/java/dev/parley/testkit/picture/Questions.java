package dev.parley.testkit.picture;

import dev.parley.testkit.Fixtures;
import java.time.Instant;
import java.util.List;

/**
 * What a store does not list by itself and must be asked for.
 *
 * @param moments the times at which to ask what waits
 * @param steps the steps to ask for, whether they were committed or not
 */
public record Questions(List<Instant> moments, List<StepName> steps) {
    public static final Questions NONE = new Questions(List.of(Fixtures.OPENED_AT), List.of());
}
