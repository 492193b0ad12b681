package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StoreException;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Durability;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A child that takes steps as fast as it can, for ever, and acknowledges each on its output: {@code FILE DURABILITY
 * NAME THREADS honest|boastful}. What it finds in flight it carries on with. It ends when a commit fails.
 */
final class WritingMain {
    private WritingMain() {}

    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] arguments) {
        Durability durability = Durability.valueOf(arguments[1]);
        int threads = Integer.parseInt(arguments[3]);
        SqliteNegotiationStore store = SqliteNegotiationStore.open(
                Path.of(arguments[0]), Options.defaults().durability(durability));
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        List<Stored<NegotiationSnapshot>> inFlight = store.negotiations(
                        NegotiationFilter.active(), PageRequest.first(PageRequest.MAX_LIMIT))
                .rows();
        for (int i = 0; i < threads; i++) {
            List<Stored<NegotiationSnapshot>> own = new ArrayList<>();
            for (int at = i; at < inFlight.size(); at += threads) {
                own.add(inFlight.get(at));
            }
            Committing committing = arguments[4].equals("honest") ? store::commit : new WriteBehind(store);
            String name = arguments[2] + "." + i;
            new Thread(() -> live(committing, own, name)).start();
        }
    }

    private static void live(Committing store, List<Stored<NegotiationSnapshot>> inFlight, String name) {
        try {
            for (Stored<NegotiationSnapshot> found : inFlight) {
                live(store, found, name);
            }
            for (int i = 0; ; i++) {
                live(store, step(store, Life.opening(name + "." + i)), name);
            }
        } catch (StoreException failure) {
            say("failed " + failure.getClass().getSimpleName());
            Runtime.getRuntime().halt(3);
        }
    }

    private static void live(Committing store, Stored<NegotiationSnapshot> from, String name) {
        Stored<NegotiationSnapshot> last = from;
        while (last.revision() < Life.LAST) {
            last = step(store, Life.next(last, name));
        }
    }

    private static Stored<NegotiationSnapshot> step(Committing store, Commit commit) {
        store.commit(commit);
        Stored<NegotiationSnapshot> after = Life.after(commit);
        say("ack " + after.value().id() + " " + after.revision());
        return after;
    }

    /** One write to the pipe a line, so that lines of several threads do not mingle. */
    static synchronized void say(String line) {
        System.out.print(line + ChildJvm.END + "\n");
        System.out.flush();
    }

    /** Takes a step, honestly or not. */
    @FunctionalInterface
    interface Committing {
        void commit(Commit commit);
    }
}
