package dev.parley.persistence.sqlite;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.RecordedStep;
import dev.parley.persistence.rows.StepRow;
import dev.parley.persistence.rows.commit.StepTable;
import dev.parley.persistence.rows.stored.Paging;
import dev.parley.persistence.rows.stored.StoredStep;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The steps that were committed under a name, and what came of them. */
record SqliteSteps(Session session) implements StepTable<SQLException> {
    static final String SELECT = """
            SELECT s.position, n.negotiation_id, s.idempotency_key, s.fingerprint, s.revision, s.state, s.at, s.checksum
            FROM parley_steps AS s JOIN parley_negotiations AS n ON n.position = s.negotiation
            """;

    static final String ONE = SELECT + "WHERE n.negotiation_id = ? AND s.idempotency_key = ?";

    private static final String PAGE = SELECT + "WHERE s.position > ? ORDER BY s.position LIMIT ?";

    private static final String INSERT = """
            INSERT INTO parley_steps (negotiation, idempotency_key, fingerprint, revision, state, at, checksum)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    @Override
    public Optional<RecordedStep> find(NegotiationId id, IdempotencyKey key) throws SQLException {
        return session.first(ONE, SqliteSteps::read, id.value(), key.value()).map(step -> step.recorded(id.value()));
    }

    Page<RecordedStep> page(PageRequest request) throws SQLException {
        return Paging.page(
                request,
                (budget, after, fetch) -> session.queryUntil(PAGE, SqliteSteps::read, budget, after, fetch),
                step -> step.recorded(step.negotiationId()));
    }

    @Override
    public void insert(NegotiationId id, long negotiation, StepRow row) throws SQLException {
        session.update(INSERT, row.cells(negotiation, id.value()).values());
    }

    static StoredStep read(ResultSet row) throws SQLException {
        return new StoredStep(
                row.getLong(1),
                Columns.text(row, 2),
                new StepRow(
                        Columns.text(row, 3),
                        Columns.text(row, 4),
                        row.getLong(5),
                        Columns.text(row, 6),
                        Columns.text(row, 7)),
                row.getLong(8));
    }
}
