package dev.parley.persistence.sqlite;

import dev.parley.persistence.rows.stored.StoredNegotiation;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.ResultSet;
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
        for (long position : positions) {
            new SqliteQuarantine(session).forgetHandled(position);
            session.update("DELETE FROM parley_inbound_messages WHERE negotiation = ?", position);
            session.update("DELETE FROM parley_steps WHERE negotiation = ?", position);
        }
        return positions.size();
    }

    /** The position of a row that has ended before a moment. */
    private static Optional<Long> ended(ResultSet row, Instant before) throws SQLException {
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
