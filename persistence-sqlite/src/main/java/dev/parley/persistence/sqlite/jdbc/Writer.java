package dev.parley.persistence.sqlite.jdbc;

import dev.parley.domain.port.StoreException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one connection that writes, and its transactions. SQLite has one writer at a time anyway; here threads queue for
 * it in memory instead of waking each other through the file's lock, and those that wait share a transaction.
 */
final class Writer implements AutoCloseable {
    /** More would keep the first of a group waiting for the work of the last. */
    private static final int LARGEST_GROUP = 1024;

    /** A caller that writes for a crowd has its own reply no later. */
    private static final Duration LONGEST_TURN = Duration.ofMillis(10);

    private final SqliteFile file;
    private final Duration busyTimeout;
    private final SessionOpener opener;
    private final Runnable requireInPlace;
    private final WriteQueue queue = new WriteQueue(this::writeGroup, LARGEST_GROUP, LONGEST_TURN);
    private @Nullable Session session;
    private boolean inTransaction;

    /** Whether a commit has failed and nothing has taken its place in the log since. */
    private volatile boolean inDoubt;

    /**
     * @param requireInPlace refuses a file that was replaced; asked once a group, when it is written
     */
    Writer(SqliteFile file, Duration busyTimeout, SessionOpener opener, Runnable requireInPlace) {
        this.file = file;
        this.busyTimeout = busyTimeout;
        this.opener = opener;
        this.requireInPlace = requireInPlace;
    }

    /** Runs work in a transaction that is durable when this returns; work of other threads may be part of it. */
    <T> T write(Work<T> work) {
        return queue.write(work);
    }

    /** Runs work on a connection of its own and outside of any transaction, while no other thread writes. */
    <T> T alone(Work<T> work) {
        return queue.alone(() -> {
            settleInTurn();
            try (Session apart = opener.open()) {
                return work.on(apart);
            } catch (SQLException failure) {
                throw SqlFailures.typed(file, Outcome.NOT_WRITTEN, busyTimeout, failure);
            }
        });
    }

    /**
     * A commit that failed may lie in the log as a whole: readers pass over it, but whoever recovers the log after a
     * crash would take it for good. Another commit in its place makes what is read now what will always be read.
     *
     * @throws StoreException if that fails, too; then nothing may be read or written until it succeeds
     */
    void settle() {
        if (inDoubt) {
            queue.alone(this::settleInTurn);
        }
    }

    /** Settles every write of a group, each as if it had come alone. */
    private void writeGroup(List<PendingWrite<?>> group) {
        List<PendingWrite<?>> left = group;
        while (!left.isEmpty()) {
            attempt(left);
            left = left.stream().filter(write -> !write.isSettled()).toList();
        }
    }

    /** Settles the first of a group, and as many others as one transaction can. */
    private void attempt(List<PendingWrite<?>> group) {
        List<PendingWrite<?>> written = new ArrayList<>(group.size());
        try {
            settleInTurn();
            Session open = begin();
            for (PendingWrite<?> write : group) {
                if (done(write, open, !written.isEmpty())) {
                    written.add(write);
                } else if (!inTransaction) {
                    writeGroup(written);
                    return;
                }
            }
            end(open, written);
            requireInPlace.run();
            written.forEach(PendingWrite::succeed);
        } catch (RuntimeException | Error failure) {
            closeAfter(failure);
            // Nobody may be left waiting, whatever it was.
            group.stream().filter(write -> !write.isSettled()).forEach(write -> write.fail(failure));
        }
    }

    /**
     * Does one write; if it is refused, nothing of it stays in the transaction. A refusal in company may rest on what a
     * neighbour wrote and a crash would take back: it is not told, and the write is done again once that is durable.
     */
    private boolean done(PendingWrite<?> write, Session open, boolean inCompany) {
        long before = open.changes();
        try {
            write.run(open);
            return true;
        } catch (SQLException failure) {
            write.fail(abandoned(Outcome.NOT_WRITTEN, failure));
        } catch (RuntimeException | Error refused) {
            // Most are refused for what they read. Only what has written takes its neighbours' work along; an error may
            // come between a change and its being counted.
            if (refused instanceof Error || open.changes() != before) {
                rollBack(open, refused);
            }
            if (!inCompany) {
                write.fail(refused);
            }
        }
        return false;
    }

    private void end(Session open, List<PendingWrite<?>> written) {
        try {
            open.execute(written.isEmpty() ? "ROLLBACK" : "COMMIT");
            inTransaction = false;
        } catch (SQLException failure) {
            if (written.isEmpty() || SqlFailures.wroteNothing(failure)) {
                throw abandoned(Outcome.NOT_WRITTEN, failure);
            }
            inDoubt = true;
            StoreException unknown = abandoned(Outcome.UNKNOWN, failure);
            try {
                settleInTurn();
            } catch (StoreException stillInDoubt) {
                unknown.addSuppressed(stillInDoubt);
            }
            throw unknown;
        }
    }

    private Session begin() {
        try {
            Session open = session == null ? opener.open() : session;
            session = open;
            open.execute("BEGIN IMMEDIATE");
            inTransaction = true;
            return open;
        } catch (SQLException failure) {
            throw abandoned(Outcome.NOT_WRITTEN, failure);
        }
    }

    private boolean settleInTurn() {
        if (inDoubt) {
            try {
                overwriteTheLog();
                inDoubt = false;
            } catch (SQLException failure) {
                throw abandoned(Outcome.NOT_WRITTEN, failure);
            }
        }
        return true;
    }

    private void overwriteTheLog() throws SQLException {
        Session open = begin();
        // There and back: SQLite does not write a page whose content stays the same.
        open.update("UPDATE parley_schema SET version = version + 1");
        open.update("UPDATE parley_schema SET version = version - 1");
        open.execute("COMMIT");
        inTransaction = false;
    }

    private void rollBack(Session open, Throwable reason) {
        try {
            open.execute("ROLLBACK");
            inTransaction = false;
        } catch (SQLException failure) {
            reason.addSuppressed(abandoned(Outcome.NOT_WRITTEN, failure));
        }
    }

    private void closeAfter(Throwable failure) {
        try {
            close();
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    /** A connection in doubt is closed, which rolls back whatever was open; the next call opens a new one. */
    private StoreException abandoned(Outcome outcome, SQLException failure) {
        closeAfter(failure);
        return SqlFailures.typed(file, outcome, busyTimeout, failure);
    }

    @Override
    public void close() throws SQLException {
        Session open = session;
        session = null;
        inTransaction = false;
        if (open != null) {
            open.close();
        }
    }
}
