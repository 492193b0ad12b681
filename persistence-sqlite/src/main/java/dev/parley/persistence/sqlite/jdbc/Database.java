package dev.parley.persistence.sqlite.jdbc;

import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.rows.Gate;
import java.sql.SQLException;
import java.time.Duration;

/** One open database: reads and writes by many threads, until it is closed. Thread-safe. */
public final class Database implements AutoCloseable {
    private final SqliteFile file;
    private final FileIdentity identity;
    private final Duration busyTimeout;
    private final SessionOpener opener;
    private final Gate gate = new Gate();
    private final Writer writer;
    private final Readers readers;

    /**
     * @param file an existing database
     * @param identity which file that is, so that a file put in its place is noticed
     * @param busyTimeout how long to wait for another process
     * @param opener opens a session with every setting asserted
     */
    public Database(SqliteFile file, FileIdentity identity, Duration busyTimeout, SessionOpener opener) {
        this.file = file;
        this.identity = identity;
        this.busyTimeout = busyTimeout;
        this.opener = () -> {
            requireInPlace(Outcome.NOT_WRITTEN);
            return inPlace(opener.open());
        };
        this.writer = new Writer(file, busyTimeout, this.opener, () -> requireInPlace(Outcome.UNKNOWN));
        this.readers = new Readers(file, busyTimeout, this.opener);
    }

    /** Runs work in a read transaction: it sees every commit that has returned, and no commit in part. */
    public <T> T read(Work<T> work) {
        gate.enter();
        try {
            writer.settle();
            return readers.read(work);
        } finally {
            gate.leave();
        }
    }

    /** Runs work in a write transaction that is durable when this returns. */
    public <T> T write(Work<T> work) {
        gate.enter();
        try {
            return writer.write(work);
        } finally {
            gate.leave();
        }
    }

    /** Runs work on a connection of its own and outside of any transaction, as some of SQLite's own commands demand. */
    public <T> T apart(Work<T> work) {
        gate.enter();
        try (Session session = opener.open()) {
            return work.on(session);
        } catch (SQLException failure) {
            throw SqlFailures.typed(file, Outcome.NOT_WRITTEN, busyTimeout, failure);
        } finally {
            gate.leave();
        }
    }

    /** As {@link #apart}, while no other thread of this store writes. */
    public <T> T alone(Work<T> work) {
        gate.enter();
        try {
            return writer.alone(work);
        } finally {
            gate.leave();
        }
    }

    /** A session that is opened late must not find itself in a file that was put in the old one's place. */
    private Session inPlace(Session session) throws SQLException {
        try {
            requireInPlace(Outcome.NOT_WRITTEN);
            return session;
        } catch (StoreFailureException replaced) {
            session.close();
            throw replaced;
        }
    }

    /** SQLite goes on writing into a file that was removed, and nobody would ever read what it wrote. */
    private void requireInPlace(Outcome outcome) {
        if (!identity.isStillAt(file.path())) {
            throw new StoreFailureException(
                    outcome, file + ": the file was removed or replaced while it was open; open the store again");
        }
    }

    @Override
    public void close() {
        if (!gate.shut()) {
            return;
        }
        try (writer;
                readers) {
            // Closing is all there is to do.
        } catch (SQLException failure) {
            throw SqlFailures.typed(file, Outcome.NOT_WRITTEN, busyTimeout, failure);
        }
    }
}
