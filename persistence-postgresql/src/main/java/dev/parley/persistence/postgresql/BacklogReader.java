package dev.parley.persistence.postgresql;

import dev.parley.documents.InstantText;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.port.Backlog;
import dev.parley.persistence.postgresql.jdbc.Row;
import dev.parley.persistence.postgresql.jdbc.Session;
import java.sql.SQLException;
import java.time.Instant;

/** Counts what waits, each through an index that holds nothing else. */
final class BacklogReader {
    static final String OVERDUE = """
            SELECT count(*) FROM parley_negotiations
            WHERE expires_at IS NOT NULL AND expires_at <= ?""";

    static final String MESSAGES = """
            SELECT
                count(*) FILTER (WHERE state = ? OR (state = ? AND due_at > ?)),
                count(*) FILTER (WHERE state = ? OR (state = ? AND due_at <= ?)),
                count(*) FILTER (WHERE state = ?)
            FROM parley_deliveries WHERE open = 1""";

    static final String AGREEMENT_MISSING = "SELECT count(*) FROM parley_negotiations WHERE agreement_missing = 1";

    private static final String QUARANTINED = "SELECT count(*) FROM parley_quarantine";

    private BacklogReader() {}

    static Backlog read(Session session, Instant now) throws SQLException {
        String time = InstantText.writeSortable(now);
        Messages messages = session.first(
                        MESSAGES,
                        Messages::read,
                        DeliveryState.PENDING.code(),
                        DeliveryState.SENDING.code(),
                        time,
                        DeliveryState.UNCONFIRMED.code(),
                        DeliveryState.SENDING.code(),
                        time,
                        DeliveryState.FAILED.code())
                .orElseThrow();
        return new Backlog(
                session.number(OVERDUE, time),
                messages.owed(),
                messages.unconfirmed(),
                messages.failed(),
                session.number(QUARANTINED),
                agreedWithoutAgreement(session));
    }

    static long agreedWithoutAgreement(Session session) throws SQLException {
        return session.number(AGREEMENT_MISSING);
    }

    private record Messages(long owed, long unconfirmed, long failed) {
        static Messages read(Row row) throws SQLException {
            return new Messages(row.number(1), row.number(2), row.number(3));
        }
    }
}
