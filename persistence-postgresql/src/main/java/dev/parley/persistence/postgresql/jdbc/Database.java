package dev.parley.persistence.postgresql.jdbc;

import dev.parley.domain.port.StoreException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.rows.Gate;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** One database: transactions of many threads, each on a connection that is lent for it alone. Thread-safe. */
public final class Database implements AutoCloseable {
    /** Enough for rivals to pass each other; who has failed so often is told. */
    private static final int TRIES = 10;

    private final DataSource dataSource;
    private final TransactionSettings settings;
    private final Backoff backoff;
    private final Gate gate = new Gate();
    private final InDoubt inDoubt = new InDoubt();

    /** Borrows its connections; between two calls it has none. */
    public Database(DataSource dataSource, TransactionSettings settings) {
        this(dataSource, settings, Backoff.jittered());
    }

    Database(DataSource dataSource, TransactionSettings settings, Backoff backoff) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.backoff = backoff;
    }

    /** Runs work in a read transaction: it sees every commit that has returned, and no commit in part. */
    public <T> T read(Work<T> work) {
        return let(() -> retried(() -> readOnce(work)));
    }

    /** Runs work in a write transaction that is durable when this returns; again if others were in its way. */
    public <T> T write(Work<T> work) {
        return let(() -> retried(() -> writeOnce(work)));
    }

    /** Runs statements that stand alone, as some of PostgreSQL's own commands demand. */
    public <T> T apart(Work<T> work) {
        return let(() -> retried(() -> {
            try (Loan loan = Loan.forStatements(dataSource)) {
                return work.on(new Session(loan.connection()));
            }
        }));
    }

    /** One try. */
    @FunctionalInterface
    private interface Try<T> {
        T once() throws SQLException;
    }

    private <T> T let(Calling<T> call) {
        gate.enter();
        try {
            settle();
            return call.made();
        } finally {
            gate.leave();
        }
    }

    /** One call of the store's, with all the tries it takes. */
    @FunctionalInterface
    private interface Calling<T> {
        T made();
    }

    private <T> T retried(Try<T> attempt) {
        long begun = System.nanoTime();
        for (int failed = 1; ; failed++) {
            try {
                return attempt.once();
            } catch (SQLException failure) {
                if (!SqlFailures.isTransient(failure) || failed == TRIES) {
                    throw SqlFailures.typed(Outcome.NOT_WRITTEN, Duration.ofNanos(System.nanoTime() - begun), failure);
                }
                backoff.before(failed);
            }
        }
    }

    private <T> T readOnce(Work<T> work) throws SQLException {
        try (Loan loan = Loan.forTransaction(dataSource)) {
            try {
                settings.beginReading(loan.connection());
                T result = work.on(new Session(loan.connection()));
                loan.connection().commit();
                return result;
            } catch (SQLException | RuntimeException | Error failure) {
                loan.rollBack(failure);
                throw failure;
            }
        }
    }

    private <T> T writeOnce(Work<T> work) throws SQLException {
        try (Loan loan = Loan.forTransaction(dataSource)) {
            String transaction;
            T result;
            try {
                transaction = settings.beginWriting(loan.connection());
                result = work.on(new Session(loan.connection()));
            } catch (SQLException | RuntimeException | Error failure) {
                loan.rollBack(failure);
                throw failure;
            }
            commit(loan, transaction);
            return result;
        }
    }

    private void commit(Loan loan, String transaction) throws SQLException {
        try {
            loan.connection().commit();
        } catch (SQLException failure) {
            loan.rollBack(failure);
            if (SqlFailures.wroteNothing(failure)) {
                throw failure;
            }
            inDoubt.add(transaction);
            throw unknown(failure);
        } catch (RuntimeException | Error failure) {
            inDoubt.add(transaction);
            throw failure;
        }
    }

    private StoreException unknown(SQLException failure) {
        return SqlFailures.typed(Outcome.UNKNOWN, Duration.ZERO, failure);
    }

    /** What is read must hold, so nothing is read while a commit may still come of which nobody was told. */
    private void settle() {
        if (inDoubt.isEmpty()) {
            return;
        }
        long begun = System.nanoTime();
        for (int failed = 1; !retried(this::settledOnce); failed++) {
            if (System.nanoTime() - begun > settings.lockTimeout().toNanos()) {
                throw new StoreFailureException(
                        Outcome.NOT_WRITTEN,
                        "PostgreSQL: a commit goes on whose connection was lost, and could not be ended; try again");
            }
            backoff.before(failed);
        }
    }

    private boolean settledOnce() throws SQLException {
        try (Loan loan = Loan.forStatements(dataSource)) {
            return inDoubt.settle(new Session(loan.connection()));
        }
    }

    @Override
    public void close() {
        gate.shut();
    }
}
