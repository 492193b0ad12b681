package dev.parley.persistence.sqlite;

import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.persistence.rows.quarantine.Quarantine;
import dev.parley.persistence.rows.quarantine.QuarantineTable;
import dev.parley.persistence.rows.quarantine.QuarantinedKind;
import dev.parley.persistence.rows.quarantine.RawRows;
import dev.parley.persistence.rows.quarantine.Resealing;
import dev.parley.persistence.rows.quarantine.StoredQuarantined;
import dev.parley.persistence.rows.stored.Paging;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What is kept of rows that cannot be read. */
record SqliteQuarantine(Session session) implements QuarantineTable<SQLException> {
    private static final String SELECT =
            "SELECT number, kind, position, id, reason, since, raw FROM parley_quarantine WHERE ";

    private static final String PAGE = SELECT + "number > ? ORDER BY number LIMIT ?";

    private static final String HOLDS = "SELECT count(*) FROM parley_quarantine WHERE kind = ? AND position = ?";

    private static final String INSERT = """
            INSERT INTO parley_quarantine (kind, position, id, reason, since, raw) VALUES (?, ?, ?, ?, ?, ?)""";

    private static final String DELETE_OF = """
            DELETE FROM parley_quarantine WHERE kind = ? AND position IN (SELECT position FROM %s WHERE %s = ?)""";

    /** Keeping and releasing, within the transaction of a session. */
    static Quarantine<SQLException> of(Session session) {
        return new Quarantine<>(
                new SqliteQuarantine(session),
                new RawCells(session),
                new Resealing<>(new SqliteMendedRows(session), new SqliteCampaigns(session)));
    }

    @Override
    public Optional<StoredQuarantined> find(long number) throws SQLException {
        return session.first(SELECT + "number = ?", SqliteQuarantine::read, number);
    }

    Page<QuarantinedRow> page(PageRequest request) throws SQLException {
        return Paging.page(
                request,
                (budget, after, fetch) -> session.queryUntil(PAGE, SqliteQuarantine::read, budget, after, fetch),
                StoredQuarantined::meaning);
    }

    @Override
    public boolean holds(String kind, long position) throws SQLException {
        return session.number(HOLDS, kind, position) > 0;
    }

    @Override
    public void insert(UnreadableRow row, String since, String raw) throws SQLException {
        session.update(INSERT, row.kind(), row.position(), row.id(), row.reason(), since, raw);
    }

    @Override
    public void delete(long number) throws SQLException {
        session.update("DELETE FROM parley_quarantine WHERE number = ?", number);
    }

    @Override
    public Page<?> page(QuarantinedKind kind, PageRequest request) throws SQLException {
        return switch (kind) {
            case NEGOTIATION -> NegotiationReader.page(session, NegotiationFilter.all(), request);
            case CAMPAIGN -> CampaignReader.page(session, request);
            case INBOUND_MESSAGE -> InboxReader.page(session, request);
            case OUTBOUND_MESSAGE, DELIVERY -> OutboxReader.page(session, DeliveryFilter.all(), request);
            case STEP -> new SqliteSteps(session).page(request);
        };
    }

    /** Takes the copies again, once the tables have another shape; the rows themselves have stayed in their places. */
    void copyAnew() throws SQLException {
        for (StoredQuarantined kept : session.query(SELECT + "TRUE", SqliteQuarantine::read)) {
            UnreadableRow row = kept.row();
            RawRows<SQLException> rows = new RawRows<>(new RawCells(session), QuarantinedKind.of(row.kind()));
            session.update(
                    "UPDATE parley_quarantine SET raw = ? WHERE kind = ? AND position = ?",
                    rows.read(row.position()),
                    row.kind(),
                    row.position());
        }
    }

    /** Forgets the copies of what a negotiation has handled, before those rows go and others get their positions. */
    void forgetHandled(long negotiation) throws SQLException {
        forget(QuarantinedKind.INBOUND_MESSAGE, "negotiation", negotiation);
        forget(QuarantinedKind.STEP, "negotiation", negotiation);
    }

    /** Forgets the copies of everything of a negotiation, before its rows go and others get their positions. */
    void forgetAll(long negotiation) throws SQLException {
        forgetHandled(negotiation);
        forget(QuarantinedKind.OUTBOUND_MESSAGE, "negotiation", negotiation);
        session.update(
                DELETE_OF.formatted(QuarantinedKind.OUTBOUND_MESSAGE.table(), "negotiation"),
                QuarantinedKind.DELIVERY.code(),
                negotiation);
        forget(QuarantinedKind.NEGOTIATION, "position", negotiation);
    }

    private void forget(QuarantinedKind kind, String column, long negotiation) throws SQLException {
        session.update(DELETE_OF.formatted(kind.table(), column), kind.code(), negotiation);
    }

    private static StoredQuarantined read(ResultSet row) throws SQLException {
        return new StoredQuarantined(
                row.getLong(1),
                new UnreadableRow(Columns.text(row, 2), row.getLong(3), Columns.text(row, 4), Columns.text(row, 5)),
                Columns.text(row, 6),
                Columns.text(row, 7));
    }
}
