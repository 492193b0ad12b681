package dev.parley.persistence.sqlite.fault;

import dev.parley.crash.Parent;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.StoreException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import dev.parley.testkit.Fixtures;

/**
 * A child that takes steps and sends what they owe as fast as it can, for ever, by its {@link Orders}. It acknowledges
 * each step, and each message recorded as sent, on its output. What it finds in flight it carries on with. It ends when
 * a commit fails.
 */
final class WritingMain {
    private WritingMain() {}

    public static void main(String[] arguments) {
        Orders orders = Orders.parse(arguments);
        SqliteNegotiationStore store =
                SqliteNegotiationStore.open(orders.file(), Options.defaults().durability(orders.durability()));
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        Work work = new Work(store, orders, new RemoteMail());
        for (int i = 0; i < orders.threads(); i++) {
            int number = i;
            new Thread(() -> forEver(work, number)).start();
        }
    }

    @SuppressWarnings("SystemExitOutsideMain")
    private static void forEver(Work work, int thread) {
        try {
            work.forEver(thread);
        } catch (StoreException failure) {
            Parent.say("failed " + failure.getClass().getSimpleName());
            Runtime.getRuntime().halt(3);
        }
    }

    /** Takes a step, honestly or not. */
    @FunctionalInterface
    interface Committing {
        void commit(Commit commit);
    }
}
