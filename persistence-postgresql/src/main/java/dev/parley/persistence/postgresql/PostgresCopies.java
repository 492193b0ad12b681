package dev.parley.persistence.postgresql;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.rows.stored.CopySource;
import dev.parley.persistence.rows.stored.PageBudget;
import dev.parley.persistence.rows.stored.StoredHistory;
import dev.parley.persistence.rows.stored.StoredInbound;
import dev.parley.persistence.rows.stored.StoredNegotiation;
import dev.parley.persistence.rows.stored.StoredStep;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads what copies of negotiations are made of. */
record PostgresCopies(Session session) implements CopySource<SQLException> {
    private static final String POSITION =
            "SELECT position FROM parley_negotiations WHERE parley_name(negotiation_id) = parley_name(?)";

    private static final String NEGOTIATIONS = "SELECT " + NegotiationColumns.ALL
            + " FROM parley_negotiations WHERE position > ? ORDER BY position LIMIT ?";

    // Said of both tables: the planner draws no such conclusion, and would read the other from its beginning.
    static final String HANDLED = InboxReader.SELECT + """
            WHERE n.position > ? AND n.position <= ? AND m.negotiation > ? AND m.negotiation <= ?
            ORDER BY m.negotiation, m.position""";

    static final String STEPS = PostgresSteps.SELECT + """
            WHERE n.position > ? AND n.position <= ? AND s.negotiation > ? AND s.negotiation <= ?
            ORDER BY s.negotiation, s.position""";

    @Override
    public Optional<Long> positionOf(NegotiationId id) throws SQLException {
        return session.first(POSITION, row -> row.number(1), id.value());
    }

    @Override
    public List<StoredNegotiation> negotiations(PageBudget budget, long after, int fetch) throws SQLException {
        return session.queryUntil(NEGOTIATIONS, NegotiationColumns::read, budget, after, fetch);
    }

    @Override
    public List<StoredHistory> histories(List<StoredNegotiation> negotiations) throws SQLException {
        return NegotiationColumns.histories(session, negotiations);
    }

    @Override
    public List<StoredInbound> handled(long after, long upTo, Predicate<? super StoredInbound> last)
            throws SQLException {
        return session.queryUntil(HANDLED, InboxReader::read, last, after, upTo, after, upTo);
    }

    @Override
    public List<StoredStep> steps(long after, long upTo) throws SQLException {
        return session.query(STEPS, PostgresSteps::read, after, upTo, after, upTo);
    }

    @Override
    public Optional<OwedMessage> owed(MessageId id) throws SQLException {
        return OutboxReader.find(session, id);
    }
}
