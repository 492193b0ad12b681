package dev.parley.benchmarks.peer.dbos;

import com.zaxxer.hikari.HikariDataSource;
import dev.dbos.transact.DBOS;
import dev.dbos.transact.StartWorkflowOptions;
import dev.dbos.transact.config.DBOSConfig;
import dev.parley.benchmarks.contender.Contender;
import dev.parley.benchmarks.peer.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * DBOS Transact: every step of a negotiation is a step of a workflow, whose output (the negotiation after it) DBOS keeps.
 *
 * <p>Kind to it: workflows that run for as long as the measurement, so that none is begun or ended within it; no message
 * is sent and received, though a negotiation would wait for one; sixty-four of them with a connection each, ten are its default;
 * and legality is checked by Parley's own machine. Without virtual threads DBOS runs fifty workflows a processor; more
 * threads than that share them.
 */
public final class DbosOnPostgres implements Contender {
    private static final int WORKFLOWS = 64;

    private final HikariDataSource pool;
    private final DBOS dbos;
    private final Workers workers;
    private final AtomicInteger seen = new AtomicInteger();
    private final ThreadLocal<Integer> worker;

    private DbosOnPostgres(HikariDataSource pool, DBOS dbos, Workers workers) {
        this.pool = pool;
        this.dbos = dbos;
        this.workers = workers;
        this.worker = ThreadLocal.withInitial(() -> seen.getAndIncrement() % workers.count());
    }

    /** Opens it on a server of its own, which takes a few seconds. */
    public static Contender open(Path directory) throws Exception {
        PostgresServer server = PostgresServer.start(directory);
        return server.lentTo(open(server, WORKFLOWS));
    }

    /**
     * Launches DBOS on a running server, which it leaves running.
     *
     * @param threads how many threads will take steps at once; DBOS may have fewer to give
     */
    public static Contender open(PostgresServer server, int threads) throws Exception {
        int spare = Runtime.getRuntime().availableProcessors() * 50 - 10;
        int count = Math.min(threads, spare);
        HikariDataSource pool = server.pool(count + 10);
        DBOS dbos = new DBOS(DBOSConfig.defaults("parley-benchmarks").withDataSource(pool));
        Workers workers = new Workers(dbos, count);
        Leading leading = dbos.registerProxy(Leading.class, workers);
        dbos.launch();
        for (int i = 0; i < count; i++) {
            int number = i;
            dbos.startWorkflow(() -> leading.lead(number), new StartWorkflowOptions("worker-" + number));
        }
        return new DbosOnPostgres(pool, dbos, workers);
    }

    @Override
    public Hand open(String id, String context) throws Exception {
        return DbosHand.open(this, id, context);
    }

    void take(String output) throws Exception {
        workers.take(worker.get(), new Task(output));
    }

    @Override
    public void close() {
        workers.stop();
        dbos.shutdown();
        pool.close();
    }
}
