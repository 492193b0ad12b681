package dev.parley.cli.command;

import dev.parley.domain.port.NegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The database that a command works on. */
@SuppressWarnings("NullAway.Init") // picocli refuses a command line without a required option
final class StoreOption {
    @Option(names = "--db", required = true, paramLabel = "FILE", description = "The database file.")
    private Path file;

    Path file() {
        return file;
    }

    /** The store in a file that must be there: a mistyped name must not look like an empty store. */
    SqliteNegotiationStore open() {
        return SqliteNegotiationStore.open(
                file, SqliteNegotiationStore.Options.defaults().createIfMissing(false));
    }

    /** The store in a file that is made where there is none. */
    NegotiationStore openOrCreate() {
        return SqliteNegotiationStore.open(file);
    }
}
