package dev.parley.persistence.sqlite.fault;

import dev.parley.crash.Parent;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DuplicateStepException;
import dev.parley.domain.port.StoreException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A child whose disk fails now and then: {@code FILE STEPS on|stop|again}. After a failure it finds out what became of the
 * step, as the guarantees tell an app to, and then goes on or stops: it reads, or, where the step has a name, it asks for
 * it again. At the end it waits to be killed.
 */
final class FailingMain {
    private FailingMain() {}

    public static void main(String[] arguments) throws Exception {
        try {
            SqliteNegotiationStore store = SqliteNegotiationStore.open(Path.of(arguments[0]));
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            store.findCampaign(Fixtures.CAMPAIGN);
            live(store, Integer.parseInt(arguments[1]), arguments[2]);
        } catch (StoreException failure) {
            Parent.say("failed " + outcome(failure));
        }
        Parent.say("waiting");
        Thread.currentThread().join();
    }

    private static void live(SqliteNegotiationStore store, int steps, String then) {
        Writing writing = new Writing(store, "n");
        while (writing.count() < steps) {
            Stored<NegotiationSnapshot> wanted = Life.after(writing.upcoming());
            try {
                writing.steps(1);
                Parent.say("ack " + name(wanted));
            } catch (StoreException failure) {
                Parent.say("failed " + outcome(failure));
                if (then.equals("again") && Life.isNamed(wanted.revision())) {
                    askAgain(writing, wanted);
                } else {
                    read(store, writing, wanted);
                }
                if (then.equals("stop")) {
                    return;
                }
            }
        }
    }

    private static void read(SqliteNegotiationStore store, Writing writing, Stored<NegotiationSnapshot> wanted) {
        NegotiationId id = wanted.value().id();
        Optional<Stored<NegotiationSnapshot>> found = store.find(id);
        Parent.say("read " + id + " " + found.map(Stored::revision).orElse(0L));
        if (found.equals(Optional.of(wanted))) {
            writing.settle();
        }
    }

    private static void askAgain(Writing writing, Stored<NegotiationSnapshot> wanted) {
        try {
            writing.steps(1);
            Parent.say("taken the second time");
        } catch (DuplicateStepException taken) {
            boolean told = taken.recorded().revision() == wanted.revision()
                    && taken.recorded().state() == wanted.value().state();
            Parent.say(told ? "taken the first time" : "told the wrong thing " + taken.recorded());
            writing.settle();
        }
        Parent.say("ack " + name(wanted));
    }

    private static String name(Stored<NegotiationSnapshot> step) {
        return step.value().id() + " " + step.revision();
    }

    private static String outcome(StoreException failure) {
        return failure instanceof StoreFailureException typed
                ? typed.outcome().name()
                : failure.getClass().getSimpleName();
    }
}
