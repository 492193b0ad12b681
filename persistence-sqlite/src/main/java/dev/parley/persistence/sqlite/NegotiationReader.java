package dev.parley.persistence.sqlite;

import dev.parley.documents.InstantText;
import dev.parley.domain.attributes.Attributes;
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
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.row.NegotiationRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads negotiations, whole or in outline. */
final class NegotiationReader {
    private static final String SELECT = "SELECT " + StoredNegotiation.COLUMNS + " FROM parley_negotiations ";
    private static final String PAGE = " AND position > ? ORDER BY position LIMIT ?";

    // The literals are the condition of the partial index: with a parameter the planner would scan the table.
    private static final String ACTIVE = SELECT + "INDEXED BY parley_negotiations_active WHERE active = 1";

    static final String ACTIVE_PAGE = ACTIVE + PAGE;

    // Positions first, as the index is in the order of deadlines: only small rows are sorted.
    static final String OVERDUE_PAGE = SELECT + """
            WHERE position IN (
                SELECT position FROM parley_negotiations INDEXED BY parley_negotiations_expiring
                WHERE expires_at IS NOT NULL AND expires_at <= ? AND position > ? ORDER BY position LIMIT ?)
            ORDER BY position""";

    private NegotiationReader() {}

    static Optional<Stored<NegotiationSnapshot>> find(Session session, NegotiationId id) throws SQLException {
        return one(
                session,
                SELECT + "WHERE negotiation_id = ?",
                id.value(),
                row -> row.row().negotiationId());
    }

    static Optional<Stored<NegotiationSnapshot>> findByThread(Session session, ThreadId threadId) throws SQLException {
        return one(
                session,
                SELECT + "WHERE thread_id = ?",
                threadId.value(),
                row -> row.row().threadId());
    }

    static Page<Stored<NegotiationSnapshot>> page(Session session, NegotiationFilter filter, PageRequest request)
            throws SQLException {
        return Paging.page(
                request,
                (budget, after, fetch) -> rows(session, filter, budget, after, fetch),
                row -> snapshot(session, row));
    }

    static Page<Stored<NegotiationOutline>> outlines(Session session, NegotiationFilter filter, PageRequest request)
            throws SQLException {
        return Paging.page(
                request,
                (budget, after, fetch) -> rows(session, filter, budget, after, fetch),
                NegotiationReader::outline);
    }

    private static List<StoredNegotiation> rows(
            Session session, NegotiationFilter filter, PageBudget budget, long after, int limit) throws SQLException {
        if (filter instanceof NegotiationFilter.All) {
            return session.queryUntil(SELECT + "WHERE TRUE" + PAGE, StoredNegotiation::read, budget, after, limit);
        }
        if (filter instanceof InState in) {
            NegotiationState state = in.state();
            String from = state.isTerminal() ? SELECT + "WHERE active = 0" : ACTIVE;
            return session.queryUntil(
                    from + " AND state = ?" + PAGE, StoredNegotiation::read, budget, state.code(), after, limit);
        }
        if (filter instanceof Overdue overdue) {
            String now = InstantText.writeSortable(overdue.now());
            return session.queryUntil(OVERDUE_PAGE, StoredNegotiation::read, budget, now, after, limit);
        }
        return session.queryUntil(ACTIVE_PAGE, StoredNegotiation::read, budget, after, limit);
    }

    private static Optional<Stored<NegotiationSnapshot>> one(
            Session session, String sql, String key, Function<StoredNegotiation, @Nullable String> keyOf)
            throws SQLException {
        Optional<StoredNegotiation> row = session.first(sql, StoredNegotiation::read, key);
        if (row.isPresent() && !key.equals(keyOf.apply(row.get()))) {
            throw Unreadable.row(
                    Unreadable.NEGOTIATION,
                    row.get().position(),
                    row.get().row().negotiationId(),
                    Unreadable.DAMAGED_INDEX);
        }
        return row.isEmpty() ? Optional.empty() : Optional.of(snapshot(session, row.get()));
    }

    private static Stored<NegotiationSnapshot> snapshot(Session session, StoredNegotiation stored) throws SQLException {
        StoredHistory history = StoredHistory.of(session, stored);
        boolean intact = stored.checksumMatches() && history.checksumsMatch();
        return read(stored, intact, () -> {
            NegotiationSnapshot snapshot = Mappers.NEGOTIATIONS.toSnapshot(
                    stored.row(), Mappers.NEGOTIATIONS.context(stored.context()), history.entries());
            requireFitting(stored.row(), snapshot.state(), snapshot.expiresAt());
            return snapshot;
        });
    }

    private static Stored<NegotiationOutline> outline(StoredNegotiation stored) {
        return read(stored, stored.checksumMatches(), () -> {
            NegotiationOutline outline = Mappers.NEGOTIATIONS.toOutline(stored.row(), () -> context(stored));
            requireFitting(stored.row(), outline.state(), outline.expiresAt());
            return outline;
        });
    }

    /** The bytes are those that were written, as their checksum has told. */
    private static Attributes context(StoredNegotiation stored) {
        return read(stored, true, () -> Mappers.NEGOTIATIONS.context(stored.context()))
                .value();
    }

    private static <T> Stored<T> read(StoredNegotiation stored, boolean intact, Supplier<T> meaning) {
        T value = Unreadable.read(
                Unreadable.NEGOTIATION, stored.position(), stored.row().negotiationId(), intact, meaning);
        return new Stored<>(value, stored.revision());
    }

    /** The columns that rows are found by are made of the others. */
    private static void requireFitting(NegotiationRow row, NegotiationState state, Optional<Instant> expiresAt) {
        if (state.isTerminal() == row.active()) {
            throw new InvalidValueException("active", "does not fit the state, so a start-up would miss the row");
        }
        if (!Objects.equals(expiresAt.map(InstantText::writeSortable).orElse(null), row.expiresAt())) {
            throw new InvalidValueException("expires_at", "does not fit the deadline, so it would be missed");
        }
    }
}
