package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.nio.file.Path;

/** A child that takes the last step of a life on each of some files: {@code FILE…}. It gets stuck in all of them. */
final class StuckMain {
    private StuckMain() {}

    public static void main(String[] arguments) {
        for (String file : arguments) {
            new Thread(() -> {
                        SqliteNegotiationStore store = SqliteNegotiationStore.open(Path.of(file));
                        WritingMain.say("going " + file);
                        store.commit(
                                Life.next(store.find(new NegotiationId("n.0")).orElseThrow(), "n"));
                        WritingMain.say("through " + file);
                    })
                    .start();
        }
    }
}
