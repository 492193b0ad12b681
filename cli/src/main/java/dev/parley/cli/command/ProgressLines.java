package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.copy.CopyProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells a human on standard error how far a copy has come: at most a line a second. Not thread-safe. */
final class ProgressLines implements CopyProgress {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Console console;
    private final InstantSource clock;
    private @Nullable Instant last;

    ProgressLines(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public void at(Phase phase, long done, long total) {
        Instant now = clock.instant();
        Instant before = last;
        if (before == null) {
            last = now;
        } else if (Duration.between(before, now).compareTo(PAUSE) >= 0) {
            last = now;
            console.error(phase.name().toLowerCase(Locale.ROOT) + " " + done + (total > 0 ? " of " + total : ""));
        }
    }
}
