package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.StoreException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A child whose disk fails now and then: {@code FILE STEPS on|stop}. After a failure it reads to find out
 * what became of the step, as the guarantees tell an app to, and then goes on or stops. At the end it waits to be killed.
 */
final class FailingMain {
    private FailingMain() {}

    public static void main(String[] arguments) throws Exception {
        try {
            SqliteNegotiationStore store = SqliteNegotiationStore.open(Path.of(arguments[0]));
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            store.findCampaign(Fixtures.CAMPAIGN);
            live(store, Integer.parseInt(arguments[1]), arguments[2].equals("on"));
        } catch (StoreException failure) {
            WritingMain.say("failed " + outcome(failure));
        }
        WritingMain.say("waiting");
        Thread.currentThread().join();
    }

    private static void live(SqliteNegotiationStore store, int steps, boolean goesOn) {
        Writing writing = new Writing(store, "n");
        while (writing.count() < steps) {
            Stored<NegotiationSnapshot> wanted = Life.after(writing.upcoming());
            String id = wanted.value().id().value();
            try {
                writing.steps(1);
                WritingMain.say("ack " + id + " " + wanted.revision());
            } catch (StoreException failure) {
                WritingMain.say("failed " + outcome(failure));
                Optional<Stored<NegotiationSnapshot>> found =
                        store.find(wanted.value().id());
                WritingMain.say("read " + id + " " + found.map(Stored::revision).orElse(0L));
                if (found.equals(Optional.of(wanted))) {
                    writing.settle();
                }
                if (!goesOn) {
                    return;
                }
            }
        }
    }

    private static String outcome(StoreException failure) {
        return failure instanceof StoreFailureException typed
                ? typed.outcome().name()
                : failure.getClass().getSimpleName();
    }
}
