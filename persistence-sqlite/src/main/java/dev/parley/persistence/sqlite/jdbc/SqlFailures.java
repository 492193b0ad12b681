package dev.parley.persistence.sqlite.jdbc;

import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in the port's terms what SQLite said. Only the result code tells: the SQL state is null here. */
public final class SqlFailures {
    /** The primary result code is the low byte of an extended one. */
    private static final int PRIMARY = 0xff;

    private SqlFailures() {}

    /** Whether another connection holds the lock, so that nothing was done and trying again may help. */
    public static boolean isBusy(SQLException failure) {
        int primary = code(failure).code & PRIMARY;
        return primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    /** Whether a row was refused that breaks a rule of its table. */
    public static boolean isRule(SQLException failure) {
        return (code(failure).code & PRIMARY) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
    }

    /**
     * Whether a COMMIT that failed so has certainly written nothing: the lock was held, or the disk had no room for the
     * log, whose last frame is then incomplete.
     */
    static boolean wroteNothing(SQLException failure) {
        return isBusy(failure) || (code(failure).code & PRIMARY) == SQLiteErrorCode.SQLITE_FULL.code;
    }

    /**
     * The exception for a caller.
     *
     * @param file the database
     * @param outcome what became of the call
     * @param waited how long SQLite was told to wait for a lock
     */
    public static StoreException typed(SqliteFile file, Outcome outcome, Duration waited, SQLException failure) {
        if (isBusy(failure)) {
            return new StoreBusyException(waited, failure);
        }
        String what = outcome == Outcome.NOT_WRITTEN
                ? "nothing was written"
                : "whether it was written is not known, read to find out";
        return new StoreFailureException(outcome, file + ": " + remedy(code(failure)) + "; " + what, failure);
    }

    private static String remedy(SQLiteErrorCode code) {
        return switch (code.code & PRIMARY) {
            case 8 -> "the file or its directory is read-only; make both writable";
            case 10 ->
                "the disk failed to read or write (" + code.name() + "); check the disk, then open the store again";
            case 11 -> "the database is damaged (" + code.name() + "); restore a backup";
            case 13 -> "the disk is full; make room and try again";
            case 14 -> "the file cannot be opened; check that it and its directory exist and are accessible";
            case 26 -> "the file is no SQLite database; name another file";
            default -> "SQLite refused with " + code.name();
        };
    }

    private static SQLiteErrorCode code(SQLException failure) {
        return failure instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
    }
}
