package dev.parley.persistence.sqlite;

import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.TracesLeftException;
import dev.parley.persistence.sqlite.jdbc.Database;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.schema.Schema;
import java.sql.SQLException;

/**
 * Overwrites what SQLite leaves behind of rows that were deleted or changed: in the gaps of our tables' pages, in free
 * pages, and in the log. Our tables are emptied and filled again, where VACUUM would also number an app's rows anew.
 *
 * <p>That a page which is given up is overwritten is secure_delete's doing, which all of our connections have on.
 */
final class Scrubbing {
    private static final String TRIGGERS =
            "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'parley\\_%' ESCAPE '\\'";

    private static final String SAMPLES = "SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_stat4'";

    /** Small enough for SQLite's limit on one value. */
    private static final long FILLER = 1L << 28;

    private Scrubbing() {}

    /**
     * Scrubs the whole database, in one transaction and then the log.
     *
     * @throws TracesLeftException if it could not be done, or not to the end
     */
    static void run(Database database) {
        boolean logIsEmpty;
        try {
            logIsEmpty = database.alone(Scrubbing::scrub);
        } catch (StoreBusyException | StoreFailureException failure) {
            throw new TracesLeftException(String.valueOf(failure.getMessage()), failure);
        }
        if (!logIsEmpty) {
            throw new TracesLeftException("somebody was still reading what the log had before", null);
        }
    }

    private static boolean scrub(Session session) throws SQLException {
        // Emptying a table would take its dependants along, and would be done row by row.
        session.execute("PRAGMA foreign_keys = OFF");
        session.execute("BEGIN IMMEDIATE");
        if (session.number(TRIGGERS) > 0) {
            throw new StoreFailureException(
                    Outcome.NOT_WRITTEN, "an app has triggers on Parley's tables, which would fire; drop them before");
        }
        overwriteFreePages(session);
        for (String table : Schema.ofThisBuild().tables()) {
            rewrite(session, table, "TRUE");
        }
        if (session.number(SAMPLES) > 0) {
            // ANALYZE keeps samples of what stands in indexes.
            rewrite(session, "sqlite_stat4", "tbl NOT LIKE 'parley\\_%' ESCAPE '\\'");
        }
        session.execute("COMMIT");
        return session.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
    }

    /** Pages may have been given up by others than us, such as a SQL shell, and then have their old content. */
    private static void overwriteFreePages(Session session) throws SQLException {
        long bytes = session.number("PRAGMA freelist_count") * session.number("PRAGMA page_size");
        session.execute("CREATE TABLE parley_filler (zeros BLOB)");
        for (long left = bytes; left > 0; left -= FILLER) {
            session.update("INSERT INTO parley_filler VALUES (zeroblob(?))", Math.min(left, FILLER));
        }
        session.execute("DROP TABLE parley_filler");
    }

    private static void rewrite(Session session, String table, String kept) throws SQLException {
        session.execute("CREATE TEMP TABLE parley_copy AS SELECT * FROM main." + table + " WHERE " + kept);
        session.execute("DELETE FROM main." + table);
        session.execute("INSERT INTO main." + table + " SELECT * FROM temp.parley_copy");
        session.execute("DROP TABLE temp.parley_copy");
    }
}
