package dev.parley.persistence.postgresql;

import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Examination;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Finding;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Severity;
import dev.parley.persistence.postgresql.jdbc.Database;
import dev.parley.persistence.postgresql.jdbc.Session;
import dev.parley.persistence.rows.quarantine.ExaminedRows;
import dev.parley.persistence.rows.quarantine.QuarantinedKind;
import dev.parley.persistence.rows.quarantine.RowExamination;
import dev.parley.persistence.rows.quarantine.RowExamination.Counts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One pass over everything in a database, in search of damage. */
final class Examiner implements ExaminedRows, RowExamination.Findings {
    private static final String AGREED_BUT_NOT = """
            SELECT a.negotiation_id
            FROM parley_agreements AS a
            JOIN parley_negotiations AS n ON parley_name(n.negotiation_id) = parley_name(a.negotiation_id)
                AND n.campaign_id = a.campaign_id
            WHERE n.state <> ?""";

    private static final String ORPHANS = """
            SELECT 'negotiation ' || negotiation_id FROM parley_negotiations AS n
            WHERE NOT EXISTS (SELECT 1 FROM parley_campaigns AS c
                WHERE parley_name(c.campaign_id) = parley_name(n.campaign_id))
            UNION ALL
            SELECT 'agreement ' || position FROM parley_agreements AS a
            WHERE NOT EXISTS (SELECT 1 FROM parley_campaigns AS c
                WHERE parley_name(c.campaign_id) = parley_name(a.campaign_id))""";

    private final Database database;
    private final List<Finding> findings = new ArrayList<>();

    Examiner(Database database) {
        this.database = database;
    }

    Examination examine() {
        String serverVersion = database.read(session -> setting(session, "server_version"));
        String synchronousCommit = database.write(session -> setting(session, "synchronous_commit"));
        orphans().forEach(orphan -> damage(orphan, "belongs to a campaign that is not there"));
        Counts counts = new RowExamination(this, this).run();
        return new Examination(
                counts.campaigns(),
                counts.negotiations(),
                counts.messages(),
                serverVersion,
                synchronousCommit,
                findings);
    }

    private static String setting(Session session, String name) throws SQLException {
        return session.first("SELECT current_setting(?)", row -> row.text(1), name)
                .orElseThrow();
    }

    /** What names a campaign that is not there; the server itself sees to all other ties. */
    private List<String> orphans() {
        return database.read(session -> session.query(ORPHANS, row -> row.text(1)));
    }

    @Override
    public Page<?> page(QuarantinedKind kind, PageRequest request) {
        return database.read(session -> new PostgresQuarantine(session).page(kind, request));
    }

    @Override
    public Agreements agreements() {
        return database.read(session -> new Agreements(
                session.query(AGREED_BUT_NOT, row -> row.text(1), NegotiationState.AGREED.code()),
                BacklogReader.agreedWithoutAgreement(session)));
    }

    @Override
    public void damage(String subject, String problem) {
        findings.add(new Finding(Severity.DAMAGE, subject, problem));
    }

    @Override
    public void notice(String subject, String problem) {
        findings.add(new Finding(Severity.NOTICE, subject, problem));
    }
}
