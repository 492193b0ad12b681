package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.nio.file.Path;
import java.util.Optional;

/** A child that lives the same lives as its rival, in the same order: {@code FILE NAME LIVES}. */
final class RivalMain {
    private RivalMain() {}

    public static void main(String[] arguments) throws Exception {
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(Path.of(arguments[0]))) {
            WritingMain.say("ready");
            if (System.in.read() < 0) {
                return;
            }
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                while (!ended(store, new NegotiationId("n." + i), arguments[1])) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    private static boolean ended(SqliteNegotiationStore store, NegotiationId id, String name) {
        Optional<Stored<NegotiationSnapshot>> found = store.find(id);
        if (found.isPresent() && found.get().revision() == Life.LAST) {
            return true;
        }
        Commit commit = found.isEmpty() ? Life.opening(id.value()) : Life.next(found.get(), name);
        try {
            store.commit(commit);
            WritingMain.say("ack " + id + " " + Life.after(commit).revision());
        } catch (StaleRevisionException | NegotiationAlreadyExistsException rivalWasFaster) {
            WritingMain.say("lost");
        }
        return false;
    }
}
