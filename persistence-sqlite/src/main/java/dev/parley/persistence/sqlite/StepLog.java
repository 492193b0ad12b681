package dev.parley.persistence.sqlite;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.RecordedStep;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.row.StepRow;
import java.sql.SQLException;
import java.util.Optional;

/** The steps that were committed under a name, and what came of them. */
final class StepLog {
    static final String SELECT = "SELECT " + StoredStep.COLUMNS + """
             FROM parley_steps AS s JOIN parley_negotiations AS n ON n.position = s.negotiation
            """;

    static final String ONE = SELECT + "WHERE n.negotiation_id = ? AND s.idempotency_key = ?";

    private static final String PAGE = SELECT + "WHERE s.position > ? ORDER BY s.position LIMIT ?";

    private static final String INSERT = """
            INSERT INTO parley_steps (negotiation, idempotency_key, fingerprint, revision, state, at, checksum)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private StepLog() {}

    static Optional<RecordedStep> find(Session session, NegotiationId id, IdempotencyKey key) throws SQLException {
        return session.first(ONE, StoredStep::read, id.value(), key.value()).map(step -> step.recorded(id.value()));
    }

    static Page<RecordedStep> page(Session session, PageRequest request) throws SQLException {
        return Paging.page(
                request,
                (budget, after, fetch) -> session.queryUntil(PAGE, StoredStep::read, budget, after, fetch),
                step -> step.recorded(step.negotiationId()));
    }

    static void requireNew(Session session, NegotiationId id, NamedStep step) throws SQLException {
        Optional<RecordedStep> known = find(session, id, step.key());
        if (known.isPresent()) {
            throw known.get().refusal(id, step);
        }
    }

    /**
     * Writes down a step that {@linkplain #requireNew is new}.
     *
     * @param negotiation the position of its negotiation
     */
    static void record(Session session, NegotiationId id, long negotiation, StepRow row) throws SQLException {
        session.update(
                INSERT,
                negotiation,
                row.idempotencyKey(),
                row.fingerprint(),
                row.revision(),
                row.state(),
                row.at(),
                row.checksum(id.value()));
    }
}
