package dev.parley.cli.secrets;

import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A program that tells Parley secrets and says aloud whatever it hears in return, every log at its finest included. */
final class SecretLife {
    private SecretLife() {}

    /**
     * Lives it.
     *
     * @param args a directory for its files, and whether to {@code leak} as nobody may
     */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        ConsoleHandler console = new ConsoleHandler();
        console.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        root.setLevel(Level.ALL);
        root.addHandler(console);

        Path directory = Path.of(args[0]);
        Witness witness = new Witness();
        if (args.length > 1) {
            Logger.getLogger("org.sqlite").finest("bound " + Secret.sentence());
            Exception failure = new IllegalStateException("outside");
            failure.addSuppressed(new IllegalStateException(Secret.DIGITS));
            witness.fail(() -> {
                throw failure;
            });
            return;
        }
        ValueRefusals.run(witness);
        new StoreLife(new InMemoryNegotiationStore(), witness).run();
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(directory.resolve("life.db"))) {
            new StoreLife(store, witness).run();
        }
        new FileTrouble(directory, witness).run();
        new CommandLineLife(directory).run();
    }
}
