package dev.parley.persistence.sqlite.fault;

import dev.parley.crash.Parent;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.nio.file.Path;

/** A child that does something on each of some files: {@code (DEED FILE)…}. It gets stuck in all of them. */
final class StuckMain {
    private StuckMain() {}

    public static void main(String[] arguments) {
        for (int i = 0; i < arguments.length; i += 2) {
            Deed deed = Deed.valueOf(arguments[i]);
            String file = arguments[i + 1];
            new Thread(() -> {
                        SqliteNegotiationStore store = SqliteNegotiationStore.open(Path.of(file));
                        Parent.say("going " + file);
                        deed.doIt(store);
                        Parent.say("through " + file);
                    })
                    .start();
        }
    }
}
