package dev.parley.persistence.sqlite;

import dev.parley.documents.InstantText;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.DeliveryFilter.InState;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.persistence.rows.stored.PageBudget;
import dev.parley.persistence.rows.stored.Paging;
import dev.parley.persistence.rows.stored.StoredOwed;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads owed messages with how far they have come. */
final class OutboxReader {
    static final String FROM_MESSAGES = "SELECT " + OutboxColumns.OWED + """
             FROM parley_outbound_messages AS m
            JOIN parley_negotiations AS n ON n.position = m.negotiation
            LEFT JOIN parley_deliveries AS d ON d.message = m.position
            """;

    private static final String ONE = FROM_MESSAGES + "WHERE m.message_id = ?";
    private static final String OF_NEGOTIATION = FROM_MESSAGES + "WHERE n.negotiation_id = ? ORDER BY m.position";
    static final String ALL_PAGE = FROM_MESSAGES + "WHERE m.position > ? ORDER BY m.position LIMIT ?";

    // CROSS JOIN keeps the order: deliveries lead, each found through an index that only holds what waits.
    private static final String FROM_DELIVERIES = "SELECT " + OutboxColumns.OWED + """
             FROM parley_deliveries AS d %s
            CROSS JOIN parley_outbound_messages AS m ON m.position = d.message
            CROSS JOIN parley_negotiations AS n ON n.position = m.negotiation
            """;

    private static final String OPEN =
            FROM_DELIVERIES.formatted("INDEXED BY parley_deliveries_open_in_order") + "WHERE d.open = 1";
    private static final String SETTLED = FROM_DELIVERIES.formatted("NOT INDEXED") + "WHERE d.open = 0";
    private static final String PAGE = " AND d.message > ? ORDER BY d.message LIMIT ?";
    private static final String IN_STATE = " AND d.state = ?";

    static final String OPEN_PAGE = OPEN + PAGE;

    static final String DUE = FROM_DELIVERIES.formatted("INDEXED BY parley_deliveries_due") + """
            WHERE d.due_at IS NOT NULL AND d.due_at <= ?
                AND (d.state <> ? OR NOT EXISTS (
                    SELECT 1 FROM parley_deliveries AS earlier INDEXED BY parley_deliveries_open
                    WHERE earlier.open = 1 AND earlier.negotiation = m.negotiation AND earlier.message < d.message))
            ORDER BY d.due_at, d.message""";

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
            return session.queryUntil(ALL_PAGE, OutboxColumns::owed, budget, after, fetch);
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

    /** The message that has been due the longest and can be read, unless an earlier one of its negotiation holds it. */
    static Optional<StoredOwed> firstDue(Session session, Instant now) throws SQLException {
        List<Optional<StoredOwed>> looked = session.queryUntil(
                DUE,
                row -> due(row, now),
                Optional::isPresent,
                InstantText.writeSortable(now),
                DeliveryState.PENDING.code());
        return looked.isEmpty() ? Optional.empty() : looked.get(looked.size() - 1);
    }

    private static Optional<StoredOwed> due(ResultSet row, Instant now) throws SQLException {
        StoredOwed stored = OutboxColumns.owed(row);
        return stored.isReadableAndDue(now) ? Optional.of(stored) : Optional.empty();
    }
}
