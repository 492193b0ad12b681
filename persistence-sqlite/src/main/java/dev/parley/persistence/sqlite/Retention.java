package dev.parley.persistence.sqlite;

import dev.parley.documents.InstantText;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Forgets what ended negotiations have handled. The cost grows with what is still kept. */
final class Retention {
    private static final String ENDED = "SELECT " + StoredNegotiation.COLUMNS + """
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
            QuarantineShelf.forgetHandled(session, position);
            session.update("DELETE FROM parley_inbound_messages WHERE negotiation = ?", position);
            session.update("DELETE FROM parley_steps WHERE negotiation = ?", position);
        }
        return positions.size();
    }

    /** The position of a row that has certainly ended; of a damaged one nobody knows. */
    private static Optional<Long> ended(ResultSet row, Instant before) throws SQLException {
        StoredNegotiation stored = StoredNegotiation.read(row);
        try {
            boolean ended = stored.checksumMatches()
                    && NegotiationState.fromCode(stored.row().state()).isTerminal()
                    && InstantText.parse("updated_at", stored.row().updatedAt()).isBefore(before);
            return ended ? Optional.of(stored.position()) : Optional.empty();
        } catch (InvalidValueException unreadable) {
            return Optional.empty();
        }
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
