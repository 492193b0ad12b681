package dev.parley.testkit;

import java.time.Instant;
import java.util.List;

/**
 * What a store does not list by itself and must be asked for.
 *
 * @param moments the times at which to ask what waits
 * @param steps the steps to ask for, whether they were committed or not
 */
record Questions(List<Instant> moments, List<StepName> steps) {
    static final Questions NONE = new Questions(List.of(Fixtures.OPENED_AT), List.of());
}
