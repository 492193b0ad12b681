package dev.parley.benchmarks.peer.spring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parley.benchmarks.contender.Contender;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.statemachine.persist.DefaultStateMachinePersister;
import org.springframework.statemachine.persist.StateMachinePersister;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Spring Statemachine on SQLite in WAL with synchronous=FULL: a machine is restored, takes an event and is persisted.
 *
 * <p>Kind to it: no entity manager between the machine and its row; one connection that takes turns, which is as fast as
 * a pool of ten and spares the waits for SQLite's lock; and a thread restores into a machine it already has, for a new one would
 * cost far more. Nothing checks that a write goes on from what was read.
 */
public final class SpringOnSqlite implements Contender {
    private final HikariDataSource pool;
    private final StateMachinePersister<NegotiationState, NegotiationEvent, Kept> persister;

    private final ThreadLocal<SpringMachine> atHand = ThreadLocal.withInitial(SpringMachine::new);

    private SpringOnSqlite(HikariDataSource pool) {
        this.pool = pool;
        this.persister = new DefaultStateMachinePersister<>(new JdbcPersist(pool));
    }

    /**
     * Opens a new database.
     *
     * @param directory where its file is made
     */
    public static Contender open(Path directory) throws SQLException {
        return open(directory, 1);
    }

    static SpringOnSqlite open(Path directory, int connections) throws SQLException {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        sqlite.setBusyTimeout(60_000);
        sqlite.setGetGeneratedKeys(false);
        SQLiteDataSource source = new SQLiteDataSource(sqlite);
        source.setUrl("jdbc:sqlite:" + directory.resolve("spring.db"));
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(60_000);
        HikariDataSource pool = new HikariDataSource(config);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE state_machine (
                        machine_id TEXT PRIMARY KEY, state TEXT NOT NULL, state_machine_context BLOB NOT NULL)""");
            statement.execute("""
                    CREATE TABLE history (
                        position INTEGER PRIMARY KEY, machine_id TEXT NOT NULL, from_state TEXT NOT NULL,
                        event TEXT NOT NULL, to_state TEXT NOT NULL, at INTEGER NOT NULL)""");
        }
        return new SpringOnSqlite(pool);
    }

    @Override
    public Hand open(String id, String context) throws Exception {
        return SpringHand.open(this, id, context);
    }

    /** The machine that this thread restores into. */
    SpringMachine atHand() {
        return atHand.get();
    }

    void persist(Kept kept) throws Exception {
        persister.persist(kept.machine().machine(), kept);
    }

    void restore(Kept kept) throws Exception {
        persister.restore(kept.machine().machine(), kept);
    }

    DataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
