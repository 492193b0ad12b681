package dev.parley.persistence.sqlite.jdbc;

import dev.parley.domain.port.StoreException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one connection that writes, and its transactions. SQLite has one writer at a time anyway; here threads queue for
 * it in memory instead of waking each other through the file's lock.
 */
final class Writer implements AutoCloseable {
    private final SqliteFile file;
    private final Duration busyTimeout;
    private final SessionOpener opener;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Session session;

    Writer(SqliteFile file, Duration busyTimeout, SessionOpener opener) {
        this.file = file;
        this.busyTimeout = busyTimeout;
        this.opener = opener;
    }

    /** Runs work in a transaction that is durable when this returns. */
    <T> T write(Work<T> work) {
        lock.lock();
        try {
            Session open = begin();
            T result = run(open, work);
            commit(open);
            return result;
        } finally {
            lock.unlock();
        }
    }

    private Session begin() {
        try {
            Session open = session == null ? opener.open() : session;
            session = open;
            open.execute("BEGIN IMMEDIATE");
            return open;
        } catch (SQLException failure) {
            throw abandoned(Outcome.NOT_WRITTEN, failure);
        }
    }

    private <T> T run(Session open, Work<T> work) {
        try {
            return work.on(open);
        } catch (SQLException failure) {
            throw abandoned(Outcome.NOT_WRITTEN, failure);
        } catch (RuntimeException | Error refused) {
            rollBack(open, refused);
            throw refused;
        }
    }

    private void commit(Session open) {
        try {
            open.execute("COMMIT");
        } catch (SQLException failure) {
            throw abandoned(SqlFailures.isBusy(failure) ? Outcome.NOT_WRITTEN : Outcome.UNKNOWN, failure);
        }
    }

    private void rollBack(Session open, Throwable reason) {
        try {
            open.execute("ROLLBACK");
        } catch (SQLException failure) {
            reason.addSuppressed(abandoned(Outcome.NOT_WRITTEN, failure));
        }
    }

    /** A connection in doubt is closed, which rolls back whatever was open; the next call opens a new one. */
    private StoreException abandoned(Outcome outcome, SQLException failure) {
        try {
            close();
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
        return SqlFailures.typed(file, outcome, busyTimeout, failure);
    }

    @Override
    public void close() throws SQLException {
        Session open = session;
        session = null;
        if (open != null) {
            open.close();
        }
    }
}
