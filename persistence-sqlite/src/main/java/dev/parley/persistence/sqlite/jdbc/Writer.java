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

    /** Whether a commit has failed and nothing has taken its place in the log since. */
    private volatile boolean inDoubt;

    Writer(SqliteFile file, Duration busyTimeout, SessionOpener opener) {
        this.file = file;
        this.busyTimeout = busyTimeout;
        this.opener = opener;
    }

    /** Runs work in a transaction that is durable when this returns. */
    <T> T write(Work<T> work) {
        lock.lock();
        try {
            settle();
            Session open = begin();
            T result = run(open, work);
            commit(open);
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** Runs work on a connection of its own and outside of any transaction, while no other thread writes. */
    <T> T alone(Work<T> work) {
        lock.lock();
        try {
            settle();
            try (Session apart = opener.open()) {
                return work.on(apart);
            } catch (SQLException failure) {
                throw SqlFailures.typed(file, Outcome.NOT_WRITTEN, busyTimeout, failure);
            }
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
            if (SqlFailures.wroteNothing(failure)) {
                throw abandoned(Outcome.NOT_WRITTEN, failure);
            }
            inDoubt = true;
            StoreException unknown = abandoned(Outcome.UNKNOWN, failure);
            try {
                settle();
            } catch (StoreException stillInDoubt) {
                unknown.addSuppressed(stillInDoubt);
            }
            throw unknown;
        }
    }

    /**
     * A commit that failed may lie in the log as a whole: readers pass over it, but whoever recovers the log after a
     * crash would take it for good. Another commit in its place makes what is read now what will always be read.
     *
     * @throws StoreException if that fails, too; then nothing may be read or written until it succeeds
     */
    void settle() {
        if (!inDoubt) {
            return;
        }
        lock.lock();
        try {
            if (inDoubt) {
                overwriteTheLog();
                inDoubt = false;
            }
        } catch (SQLException failure) {
            throw abandoned(Outcome.NOT_WRITTEN, failure);
        } finally {
            lock.unlock();
        }
    }

    private void overwriteTheLog() throws SQLException {
        Session open = begin();
        // There and back: SQLite does not write a page whose content stays the same.
        open.update("UPDATE parley_schema SET version = version + 1");
        open.update("UPDATE parley_schema SET version = version - 1");
        open.execute("COMMIT");
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
