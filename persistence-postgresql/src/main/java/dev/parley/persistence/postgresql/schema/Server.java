package dev.parley.persistence.postgresql.schema;

import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.postgresql.jdbc.Session;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at a server before anything is entrusted to it. */
public final class Server {
    private static final long OLDEST = 140_000;
    private static final String UTF8 = "UTF8";

    private Server() {}

    /**
     * Refuses a server that cannot keep the store's promises.
     *
     * @throws StoreFailureException if it is too old, keeps or sends text in another encoding than UTF-8, or is a standby
     */
    public static void requireFit(Session session) throws SQLException {
        long version = session.number("SELECT current_setting('server_version_num')::int");
        if (version < OLDEST) {
            throw refused(
                    "the server has version " + setting(session, "server_version") + "; use PostgreSQL 14 or newer");
        }
        for (String encoding : new String[] {"server_encoding", "client_encoding"}) {
            if (!setting(session, encoding).equals(UTF8)) {
                throw refused(encoding + " is " + setting(session, encoding)
                        + ", which cannot hold every text; make it UTF8");
            }
        }
        if (session.number("SELECT pg_is_in_recovery()::int") != 0) {
            throw refused("the server is a standby, which is behind and cannot be written; connect to the primary");
        }
    }

    /**
     * The schema that the tables stand in.
     *
     * @param chosen by the app; null for the one that the connection finds first
     * @throws StoreFailureException if there is none
     */
    public static String schema(Session session, @Nullable String chosen) throws SQLException {
        if (chosen == null) {
            return session.first("SELECT current_schema()", row -> Optional.ofNullable(row.textOrNull(1)))
                    .flatMap(found -> found)
                    .orElseThrow(() -> refused("search_path names no schema that exists; create one or name another"));
        }
        if (session.number("SELECT count(*) FROM pg_namespace WHERE nspname = ?", chosen) == 0) {
            throw refused("the schema " + chosen + " does not exist; create it, or check its name");
        }
        return chosen;
    }

    private static String setting(Session session, String name) throws SQLException {
        return session.first("SELECT current_setting(?)", row -> row.text(1), name)
                .orElseThrow();
    }

    private static StoreFailureException refused(String problem) {
        return new StoreFailureException(Outcome.NOT_WRITTEN, "PostgreSQL: " + problem);
    }
}
