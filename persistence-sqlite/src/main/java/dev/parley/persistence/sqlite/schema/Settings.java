package dev.parley.persistence.sqlite.schema;

import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.jdbc.SqlFailures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** The settings that durability rests on: made, then read back, since SQLite may keep its own without a word. */
public final class Settings {
    /** A page that is written often goes back into the file once for all; the log has up to 16 MB. */
    private static final int CHECKPOINT_PAGES = 4_000;

    private static final long PAUSE_NANOS = 1_000_000;

    private static final String NOT_DURABLE = "so commits would not be durable; keep the file on a local disk";

    private Settings() {}

    /**
     * Refuses a version of SQLite that loses commits.
     *
     * @throws StoreFailureException if it is one
     */
    public static void requireSafeVersion(Session session) throws SQLException {
        String version = session.first("SELECT sqlite_version()", row -> row.getString(1))
                .orElseThrow();
        SqliteVersion.parse(version).requireSafe();
    }

    /**
     * Puts a session into write-ahead logging with the wanted durability.
     *
     * @param synchronous the name of SQLite's setting: FULL, NORMAL or OFF
     * @param wait how long to wait for others who are opening the file
     * @throws StoreFailureException if SQLite does not take the settings over
     */
    public static void apply(Session session, String synchronous, Duration wait) throws SQLException {
        String mode = writeAheadLogging(session, System.nanoTime() + wait.toNanos());
        require("journal_mode", "wal", mode, NOT_DURABLE);
        session.execute("PRAGMA synchronous = " + synchronous);
        String level =
                session.first("PRAGMA synchronous", row -> name(row.getInt(1))).orElse("none");
        require("synchronous", synchronous, level, NOT_DURABLE);
        session.number("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
        require(
                "secure_delete",
                "1",
                secureDelete(session),
                "so what is erased would leave traces; use another build of SQLite");
    }

    /** So that a page which is given up keeps nothing, whoever takes it over. */
    private static String secureDelete(Session session) throws SQLException {
        return session.first("PRAGMA secure_delete = ON", row -> row.getString(1))
                .orElse("none");
    }

    /** SQLite itself does not wait while two change the journal mode at once: one of them is told BUSY immediately. */
    private static String writeAheadLogging(Session session, long deadline) throws SQLException {
        while (true) {
            try {
                return session.first("PRAGMA journal_mode = WAL", row -> row.getString(1))
                        .orElse("none");
            } catch (SQLException failure) {
                if (!SqlFailures.isBusy(failure) || System.nanoTime() - deadline >= 0) {
                    throw failure;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static String name(int level) {
        return switch (level) {
            case 0 -> "OFF";
            case 1 -> "NORMAL";
            case 2 -> "FULL";
            default -> "level " + level;
        };
    }

    private static void require(String setting, String wanted, String found, String remedy) {
        if (!wanted.toLowerCase(Locale.ROOT).equals(found.toLowerCase(Locale.ROOT))) {
            throw new StoreFailureException(
                    Outcome.NOT_WRITTEN,
                    "SQLite's " + setting + " is " + found + " instead of " + wanted + ", " + remedy);
        }
    }
}
