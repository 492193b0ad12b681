package dev.parley.persistence.postgresql.fault;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parley.application.Negotiations;
import dev.parley.crash.Parent;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.persistence.postgresql.PostgresNegotiationStore;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Options;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A node: an orchestrator's process that goes on with what it finds in flight, takes orders from its parent, sends what is
 * owed and expires what is overdue, by its {@link Orders}, for ever.
 */
final class NodeMain {
    private static final int WORKERS = 4;
    private static final int DISPATCHERS = 2;
    private static final int CONNECTIONS = WORKERS + DISPATCHERS;
    private static final long PAUSE_MILLIS = 25;

    private NodeMain() {}

    public static void main(String[] arguments) {
        Orders orders = Orders.parse(arguments);
        DataSource pool = pool(orders.url());
        Options options = Options.defaults().durability(orders.durability());
        NegotiationStore store = Patience.with(() -> PostgresNegotiationStore.open(pool, options));
        InstantSource clock = InstantSource.system();
        Negotiations negotiations = new Negotiations(store, clock);

        ScheduledExecutorService threads = Executors.newScheduledThreadPool(WORKERS + DISPATCHERS + 1);
        Work work = new Work(negotiations, task -> threads.execute(mortal(task)));
        Parent parent = new Parent(work::take);
        Sending sending = Sending.by(orders.manner(), store, new Postbox(parent), clock);

        Patience.with(
                () -> negotiations.recover(found -> work.goOn(found.value().id())));
        for (int i = 0; i < DISPATCHERS; i++) {
            repeat(threads, () -> Patience.with(sending::round));
        }
        repeat(threads, () -> Patience.with(() -> negotiations.expireOverdue(clock.instant(), work::expired)));
        Parent.say("ready");
    }

    @SuppressWarnings("FutureReturnValueIgnored") // no failure gets as far as the future
    private static void repeat(ScheduledExecutorService threads, Runnable task) {
        threads.scheduleWithFixedDelay(mortal(task), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static DataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** What nobody expects ends the node. */
    private static Runnable mortal(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error unexpected) {
                unexpected.printStackTrace();
                Parent.say("failed", unexpected.toString());
                Runtime.getRuntime().halt(3);
            }
        };
    }
}
