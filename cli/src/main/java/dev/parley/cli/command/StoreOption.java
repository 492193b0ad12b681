package dev.parley.cli.command;

import dev.parley.cli.store.OpenStore;
import dev.parley.cli.store.StoreAddress;
import picocli.CommandLine.Option;

/** The store that a command works on. */
@SuppressWarnings("NullAway.Init") // picocli refuses a command line without a required option
final class StoreOption {
    @Option(
            names = "--db",
            required = true,
            paramLabel = "FILE|URL",
            description = "The database file, or postgresql://USER@HOST:PORT/DATABASE.")
    private StoreAddress address;

    StoreAddress address() {
        return address;
    }

    /** The store, which must be there: a mistyped name must not look like an empty store. */
    OpenStore open() {
        return address.open();
    }

    /** The store, whose file or tables are made where there are none. */
    OpenStore openOrCreate() {
        return address.openOrCreate();
    }
}
