package dev.parley.persistence.sqlite;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.persistence.rows.stored.CopySource;
import dev.parley.persistence.rows.stored.PageBudget;
import dev.parley.persistence.rows.stored.StoredHistory;
import dev.parley.persistence.rows.stored.StoredInbound;
import dev.parley.persistence.rows.stored.StoredNegotiation;
import dev.parley.persistence.rows.stored.StoredStep;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads what copies of negotiations are made of. */
record SqliteCopies(Session session) implements CopySource<SQLException> {
    private static final String POSITION = "SELECT position FROM parley_negotiations WHERE negotiation_id = ?";

    private static final String NEGOTIATIONS = "SELECT " + NegotiationColumns.ALL
            + " FROM parley_negotiations WHERE position > ? ORDER BY position LIMIT ?";

    private static final String HANDLED =
            InboxReader.SELECT + "WHERE n.position > ? AND n.position <= ? ORDER BY n.position, m.position";

    private static final String STEPS =
            SqliteSteps.SELECT + "WHERE n.position > ? AND n.position <= ? ORDER BY n.position, s.position";

    @Override
    public Optional<Long> positionOf(NegotiationId id) throws SQLException {
        return session.first(POSITION, row -> row.getLong(1), id.value());
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
        return session.queryUntil(HANDLED, InboxReader::read, last, after, upTo);
    }

    @Override
    public List<StoredStep> steps(long after, long upTo) throws SQLException {
        return session.query(STEPS, SqliteSteps::read, after, upTo);
    }

    @Override
    public Optional<OwedMessage> owed(MessageId id) throws SQLException {
        return OutboxReader.find(session, id);
    }
}
