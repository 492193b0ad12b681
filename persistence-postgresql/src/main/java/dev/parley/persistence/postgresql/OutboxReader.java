package dev.parley.persistence.postgresql;

import dev.parley.documents.InstantText;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.DeliveryFilter.InState;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.rows.stored.PageBudget;
import dev.parley.persistence.rows.stored.Paging;
import dev.parley.persistence.rows.stored.StoredOwed;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads owed messages with how far they have come. */
final class OutboxReader {
    static final String FROM_MESSAGES = "SELECT " + OutboxColumns.OWED + """
             FROM parley_outbound_messages AS m
            JOIN parley_negotiations AS n ON n.position = m.negotiation
            LEFT JOIN parley_deliveries AS d ON d.message = m.position
            """;

    private static final String ONE = FROM_MESSAGES + "WHERE parley_name(m.message_id) = parley_name(?)";
    private static final String OF_NEGOTIATION =
            FROM_MESSAGES + "WHERE parley_name(n.negotiation_id) = parley_name(?) ORDER BY m.position";

    // Said of both tables: the planner draws no such conclusion, and would read the other from its beginning.
    static final String ALL_PAGE =
            FROM_MESSAGES + " AND d.message > ? WHERE m.position > ? ORDER BY m.position LIMIT ?";

    private static final String FROM_DELIVERIES = "SELECT " + OutboxColumns.OWED + """
             FROM parley_deliveries AS d
            JOIN parley_outbound_messages AS m ON m.position = d.message
            JOIN parley_negotiations AS n ON n.position = m.negotiation
            """;

    // The literals are the condition of the partial indexes, which hold only what waits.
    private static final String OPEN = FROM_DELIVERIES + "WHERE d.open = 1";
    private static final String SETTLED = FROM_DELIVERIES + "WHERE d.open = 0";
    private static final String PAGE = " AND d.message > ? ORDER BY d.message LIMIT ?";
    private static final String IN_STATE = " AND d.state = ?";

    static final String OPEN_PAGE = OPEN + PAGE;

    static final String DUE = FROM_DELIVERIES + """
            WHERE d.due_at IS NOT NULL AND d.due_at <= ? AND (d.due_at, d.message) > (?, ?)
                AND (d.state <> ? OR NOT EXISTS (
                    SELECT 1 FROM parley_deliveries AS earlier
                    WHERE earlier.open = 1 AND earlier.negotiation = d.negotiation AND earlier.message < d.message))
            ORDER BY d.due_at, d.message LIMIT 1""";

    /** Passes over what another transaction is claiming. */
    private static final String CLAIMABLE = DUE + " FOR NO KEY UPDATE OF d SKIP LOCKED";

    private OutboxReader() {}

    static Optional<OwedMessage> find(Session session, MessageId id) throws SQLException {
        Optional<StoredOwed> row = session.first(ONE, OutboxColumns::owed, id.value());
        row.ifPresent(found -> found.requireMessage(id));
        return row.map(StoredOwed::owed);
    }

    static List<OwedMessage> of(Session session, NegotiationId id) throws SQLException {
        List<StoredOwed> rows = session.query(OF_NEGOTIATION, OutboxColumns::owed, id.value());
        rows.forEach(row -> row.requireOf(id));
        return rows.stream().map(StoredOwed::owed).toList();
    }

    static Page<OwedMessage> page(Session session, DeliveryFilter filter, PageRequest request) throws SQLException {
        return Paging.page(
                request, (budget, after, fetch) -> rows(session, filter, budget, after, fetch), StoredOwed::owed);
    }

    private static List<StoredOwed> rows(
            Session session, DeliveryFilter filter, PageBudget budget, long after, int fetch) throws SQLException {
        if (filter instanceof DeliveryFilter.All) {
            return session.queryUntil(ALL_PAGE, OutboxColumns::owed, budget, after, after, fetch);
        }
        if (filter instanceof InState in) {
            String from = in.state().isSettled() ? SETTLED : OPEN;
            return session.queryUntil(
                    from + IN_STATE + PAGE,
                    OutboxColumns::owed,
                    budget,
                    in.state().code(),
                    after,
                    fetch);
        }
        return session.queryUntil(OPEN_PAGE, OutboxColumns::owed, budget, after, fetch);
    }

    /** Whether a message is due that can be read, unless an earlier one of its negotiation holds it. */
    static boolean isAnyDue(Session session, Instant now) throws SQLException {
        return firstDue(session, DUE, now).isPresent();
    }

    /** Of these the one that has been due the longest; nobody else can change it until the transaction ends. */
    static Optional<StoredOwed> claimable(Session session, Instant now) throws SQLException {
        return firstDue(session, CLAIMABLE, now);
    }

    /** One row at a time, so that no more is locked than is looked at. */
    private static Optional<StoredOwed> firstDue(Session session, String sql, Instant now) throws SQLException {
        String time = InstantText.writeSortable(now);
        String dueAfter = "";
        long messageAfter = 0;
        while (true) {
            Optional<StoredOwed> row =
                    session.first(sql, OutboxColumns::owed, time, dueAfter, messageAfter, DeliveryState.PENDING.code());
            if (row.isEmpty() || row.get().isReadableAndDue(now)) {
                return row;
            }
            dueAfter = dueAt(row.get());
            messageAfter = row.get().position();
        }
    }

    private static String dueAt(StoredOwed found) {
        return Objects.requireNonNull(
                Objects.requireNonNull(found.delivery().row()).dueAt());
    }
}
