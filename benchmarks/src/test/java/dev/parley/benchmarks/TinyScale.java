package dev.parley.benchmarks;

import dev.parley.benchmarks.measure.Scale;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** As little as can be measured. */
public final class TinyScale {
    public static final int ROUNDS = 2;

    private TinyScale() {}

    public static Scale in(Path directory) {
        return new Scale(directory, ROUNDS, Duration.ofMillis(20), List.of(1, 64), 60, 300, List.of(10, 100), 3, 60);
    }
}
