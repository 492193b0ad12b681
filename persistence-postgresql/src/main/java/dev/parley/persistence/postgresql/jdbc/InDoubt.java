package dev.parley.persistence.postgresql.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The transactions whose COMMIT was not answered. One may still be on its way, and become visible after somebody has
 * looked and found nothing; so before anything else is read or written they are brought to their end. Thread-safe.
 */
final class InDoubt {
    // It has committed, or never will: whoever is in COMMIT finishes first, and whom COMMIT did not reach would hold
    // its
    // locks for as long as the server believes in the connection.
    private static final String END =
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE backend_xid = ?::xid8::xid";

    private final Set<String> transactions = ConcurrentHashMap.newKeySet();

    /** Remembers one by the name that the server has given it. */
    void add(String transaction) {
        transactions.add(transaction);
    }

    boolean isEmpty() {
        return transactions.isEmpty();
    }

    /**
     * Brings them to their end.
     *
     * @return whether all of them have come to it
     */
    boolean settle(Session session) throws SQLException {
        for (String transaction : List.copyOf(transactions)) {
            if (session.number(END, transaction) == 0) {
                transactions.remove(transaction);
            }
        }
        return transactions.isEmpty();
    }
}
