package dev.parley.persistence.sqlite.fault;

import dev.parley.application.Negotiations;
import dev.parley.application.RecoveryReport;
import dev.parley.crash.Parent;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.nio.file.Path;
import java.time.InstantSource;

/** A child that recovers what is in flight: {@code FILE}. */
final class RecoveringMain {
    private RecoveringMain() {}

    public static void main(String[] arguments) {
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(Path.of(arguments[0]))) {
            RecoveryReport report = new Negotiations(store, InstantSource.system()).recover(negotiation -> {});
            Parent.say("recovered " + report.recovered());
        } catch (OutOfMemoryError | RuntimeException failure) {
            Parent.say("failed " + failure.getClass().getSimpleName());
        }
    }
}
