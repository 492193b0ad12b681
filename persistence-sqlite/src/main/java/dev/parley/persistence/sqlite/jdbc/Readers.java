package dev.parley.persistence.sqlite.jdbc;

import dev.parley.domain.port.StoreException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A few connections that read, opened when first needed; each read sees one moment of the database. */
final class Readers implements AutoCloseable {
    private static final int MAX_READERS = 4;

    private final SqliteFile file;
    private final Duration busyTimeout;
    private final SessionOpener opener;
    private final Semaphore permits = new Semaphore(MAX_READERS);
    private final ConcurrentLinkedQueue<Session> idle = new ConcurrentLinkedQueue<>();

    Readers(SqliteFile file, Duration busyTimeout, SessionOpener opener) {
        this.file = file;
        this.busyTimeout = busyTimeout;
        this.opener = opener;
    }

    <T> T read(Work<T> work) {
        permits.acquireUninterruptibly();
        try {
            return readOn(idle.poll(), work);
        } finally {
            permits.release();
        }
    }

    private <T> T readOn(@Nullable Session pooled, Work<T> work) {
        Session session = pooled;
        try {
            if (session == null) {
                session = opener.open();
            }
            session.execute("BEGIN");
            T result = work.on(session);
            session.execute("COMMIT");
            idle.add(session);
            return result;
        } catch (SQLException failure) {
            closeAfter(session, failure);
            throw failed(failure);
        } catch (RuntimeException | Error refused) {
            closeAfter(session, refused);
            throw refused;
        }
    }

    /** A connection that may have a transaction open is not given to the next reader. */
    private static void closeAfter(@Nullable Session session, Throwable reason) {
        try {
            if (session != null) {
                session.close();
            }
        } catch (SQLException alsoFailed) {
            reason.addSuppressed(alsoFailed);
        }
    }

    private StoreException failed(SQLException failure) {
        return SqlFailures.typed(file, Outcome.NOT_WRITTEN, busyTimeout, failure);
    }

    @Override
    public void close() throws SQLException {
        for (Session session = idle.poll(); session != null; session = idle.poll()) {
            session.close();
        }
    }
}
