package dev.parley.persistence.postgresql;

import dev.parley.documents.InstantText;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationFilter.InState;
import dev.parley.domain.port.NegotiationFilter.Overdue;
import dev.parley.domain.port.NegotiationOutline;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.rows.stored.PageBudget;
import dev.parley.persistence.rows.stored.Paging;
import dev.parley.persistence.rows.stored.StoredHistory;
import dev.parley.persistence.rows.stored.StoredNegotiation;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads negotiations, whole or in outline. */
final class NegotiationReader {
    private static final String SELECT = "SELECT " + NegotiationColumns.ALL + " FROM parley_negotiations ";
    private static final String PAGE = " AND position > ? ORDER BY position LIMIT ?";

    // The literals are the condition of the partial index: with a parameter the planner would scan the table.
    private static final String ACTIVE = SELECT + " WHERE active = 1";

    static final String ACTIVE_PAGE = ACTIVE + PAGE;

    // Positions first, as the index is in the order of deadlines: only small rows are sorted. They are found before
    // they
    // are sorted, or the planner would walk through all that have ended because they lie in the right order.
    static final String OVERDUE_PAGE = SELECT + """
            WHERE position = ANY (ARRAY (
                WITH due AS MATERIALIZED (
                    SELECT position FROM parley_negotiations
                    WHERE expires_at IS NOT NULL AND expires_at <= ? AND position > ?)
                SELECT position FROM due ORDER BY position LIMIT ?))
            ORDER BY position""";

    private NegotiationReader() {}

    static Optional<Stored<NegotiationSnapshot>> find(Session session, NegotiationId id) throws SQLException {
        return one(
                session,
                SELECT + "WHERE parley_name(negotiation_id) = parley_name(?)",
                id.value(),
                row -> row.row().negotiationId());
    }

    static Optional<Stored<NegotiationSnapshot>> findByThread(Session session, ThreadId threadId) throws SQLException {
        return one(
                session,
                SELECT + "WHERE parley_name(thread_id) = parley_name(?)",
                threadId.value(),
                row -> row.row().threadId());
    }

    static Page<Stored<NegotiationSnapshot>> page(Session session, NegotiationFilter filter, PageRequest request)
            throws SQLException {
        return Paging.page(
                request,
                (budget, after, fetch) -> Whole.of(session, rows(session, filter, budget, after, fetch)),
                Whole::snapshot);
    }

    /** A negotiation with all of its history. */
    private record Whole(StoredNegotiation negotiation, StoredHistory history) implements Paging.Positioned {
        static List<Whole> of(Session session, List<StoredNegotiation> negotiations) throws SQLException {
            List<StoredHistory> histories = NegotiationColumns.histories(session, negotiations);
            return IntStream.range(0, negotiations.size())
                    .mapToObj(i -> new Whole(negotiations.get(i), histories.get(i)))
                    .toList();
        }

        Stored<NegotiationSnapshot> snapshot() {
            return negotiation.snapshot(history);
        }

        @Override
        public long position() {
            return negotiation.position();
        }

        @Override
        public long characters() {
            return negotiation.characters();
        }
    }

    static Page<Stored<NegotiationOutline>> outlines(Session session, NegotiationFilter filter, PageRequest request)
            throws SQLException {
        return Paging.page(
                request,
                (budget, after, fetch) -> rows(session, filter, budget, after, fetch),
                StoredNegotiation::outline);
    }

    private static List<StoredNegotiation> rows(
            Session session, NegotiationFilter filter, PageBudget budget, long after, int limit) throws SQLException {
        if (filter instanceof NegotiationFilter.All) {
            return session.queryUntil(SELECT + "WHERE TRUE" + PAGE, NegotiationColumns::read, budget, after, limit);
        }
        if (filter instanceof InState in) {
            NegotiationState state = in.state();
            String from = state.isTerminal() ? SELECT + "WHERE active = 0" : ACTIVE;
            return session.queryUntil(
                    from + " AND state = ?" + PAGE, NegotiationColumns::read, budget, state.code(), after, limit);
        }
        if (filter instanceof Overdue overdue) {
            String now = InstantText.writeSortable(overdue.now());
            return session.queryUntil(OVERDUE_PAGE, NegotiationColumns::read, budget, now, after, limit);
        }
        return session.queryUntil(ACTIVE_PAGE, NegotiationColumns::read, budget, after, limit);
    }

    private static Optional<Stored<NegotiationSnapshot>> one(
            Session session, String sql, String key, Function<StoredNegotiation, @Nullable String> keyOf)
            throws SQLException {
        Optional<StoredNegotiation> row = session.first(sql, NegotiationColumns::read, key);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        row.get().requireFoundBy(key, keyOf.apply(row.get()));
        return Optional.of(row.get().snapshot(NegotiationColumns.history(session, row.get())));
    }
}
