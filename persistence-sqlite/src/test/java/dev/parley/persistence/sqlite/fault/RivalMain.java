package dev.parley.persistence.sqlite.fault;

import dev.parley.crash.Parent;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CommitRefusedException;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.StaleRevisionException;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A child that lives the same lives as its rival, in the same order: {@code FILE NAME LIVES named|nameless THREADS}. Each
 * of its threads has some of the lives for itself, and meets the rival's alone.
 */
final class RivalMain {
    private final SqliteNegotiationStore store;
    private final String name;
    private final boolean named;

    private RivalMain(SqliteNegotiationStore store, String name, boolean named) {
        this.store = store;
        this.name = name;
        this.named = named;
    }

    public static void main(String[] arguments) throws Exception {
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(Path.of(arguments[0]))) {
            RivalMain rival = new RivalMain(store, arguments[1], arguments[3].equals("named"));
            Parent.say("ready");
            if (System.in.read() < 0) {
                return;
            }
            int lives = Integer.parseInt(arguments[2]);
            int threads = Integer.parseInt(arguments[4]);
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                done.add(pool.submit(() -> rival.live(first, threads, lives)));
            }
            pool.shutdown();
            for (Future<?> each : done) {
                each.get();
            }
        }
    }

    private void live(int first, int apart, int lives) {
        for (int i = first; i < lives; i += apart) {
            while (!ended(new NegotiationId("n." + i))) {
                Thread.onSpinWait();
            }
        }
    }

    private boolean ended(NegotiationId id) {
        Optional<Stored<NegotiationSnapshot>> found = store.find(id);
        if (found.isPresent() && found.get().revision() == Life.LAST) {
            return true;
        }
        Commit whole = found.isEmpty() ? Life.opening(id.value()) : Life.next(found.get(), name);
        Commit commit = named ? whole : whole.named(null);
        Stored<NegotiationSnapshot> after = Life.after(commit);
        try {
            store.commit(commit);
            Parent.say("ack " + id + " " + after.revision());
        } catch (StoreBusyException rivalHasTheFile) {
            Parent.say("busy");
        } catch (DuplicateStepException rivalWasFaster) {
            boolean told = rivalWasFaster.recorded().revision() == after.revision()
                    && rivalWasFaster.recorded().state() == after.value().state();
            Parent.say(told ? "told" : "told the wrong thing: " + rivalWasFaster.recorded());
        } catch (StaleRevisionException | NegotiationAlreadyExistsException rivalWasFaster) {
            Parent.say(commit.step() == null ? "refused" : "refused, with a name: " + name(rivalWasFaster));
        }
        return false;
    }

    private static String name(CommitRefusedException refused) {
        return refused.getClass().getSimpleName();
    }
}
