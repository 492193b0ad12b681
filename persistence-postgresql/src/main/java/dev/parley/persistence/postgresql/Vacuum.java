package dev.parley.persistence.postgresql;

import dev.parley.persistence.postgresql.jdbc.Database;

/** Lets PostgreSQL give up the row versions of Parley's tables that nobody can see any more. */
final class Vacuum {
    private static final String TABLES = """
            SELECT string_agg(format('%I.%I', schemaname, tablename), ', ')
            FROM pg_tables WHERE schemaname = current_schema() AND tablename LIKE 'parley\\_%'""";

    private Vacuum() {}

    /** Runs it, which waits for nobody who reads or writes, and reads all of the tables that changed since the last. */
    static void run(Database database) {
        String tables = database.read(
                session -> session.first(TABLES, row -> row.text(1)).orElseThrow());
        database.apart(session -> {
            session.script("VACUUM " + tables);
            return tables;
        });
    }
}
