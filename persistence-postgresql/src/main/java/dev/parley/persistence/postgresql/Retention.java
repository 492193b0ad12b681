package dev.parley.persistence.postgresql;

import dev.parley.persistence.postgresql.jdbc.Row;
import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.rows.stored.StoredNegotiation;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Forgets what ended negotiations have handled. The cost grows with what is still kept. */
final class Retention {
    private static final String ENDED = "SELECT " + NegotiationColumns.ALL + """
             FROM parley_negotiations
            WHERE active = 0 AND position IN (
                SELECT negotiation FROM parley_inbound_messages UNION SELECT negotiation FROM parley_steps)
            ORDER BY position""";

    private Retention() {}

    static int forget(Session session, Instant endedBefore, int limit) throws SQLException {
        List<Long> positions = session.queryUntil(ENDED, row -> ended(row, endedBefore), new Counting(limit)).stream()
                .flatMap(Optional::stream)
                .toList();
        int forgotten = 0;
        for (long position : positions) {
            new PostgresQuarantine(session).forgetHandled(position);
            int messages = session.update("DELETE FROM parley_inbound_messages WHERE negotiation = ?", position);
            int steps = session.update("DELETE FROM parley_steps WHERE negotiation = ?", position);
            // Another may have been faster, and has counted it.
            forgotten += messages + steps > 0 ? 1 : 0;
        }
        return forgotten;
    }

    /** The position of a row that has ended before a moment. */
    private static Optional<Long> ended(Row row, Instant before) throws SQLException {
        StoredNegotiation stored = NegotiationColumns.read(row);
        return stored.hasEndedBefore(before) ? Optional.of(stored.position()) : Optional.empty();
    }

    /** Ends a query once so many were found. */
    private static final class Counting implements Predicate<Optional<Long>> {
        private final int limit;
        private int found;

        Counting(int limit) {
            this.limit = limit;
        }

        @Override
        public boolean test(Optional<Long> position) {
            found += position.isPresent() ? 1 : 0;
            return found == limit;
        }
    }
}
