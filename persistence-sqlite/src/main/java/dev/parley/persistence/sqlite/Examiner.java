package dev.parley.persistence.sqlite;

import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.persistence.rows.quarantine.ExaminedRows;
import dev.parley.persistence.rows.quarantine.QuarantinedKind;
import dev.parley.persistence.rows.quarantine.RowExamination;
import dev.parley.persistence.rows.quarantine.RowExamination.Counts;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Examination;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Finding;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Severity;
import dev.parley.persistence.sqlite.jdbc.Database;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One pass over everything in a database, in search of damage. */
final class Examiner implements ExaminedRows, RowExamination.Findings {
    private static final String AGREED_BUT_NOT = """
            SELECT a.negotiation_id
            FROM parley_agreements AS a
            JOIN parley_negotiations AS n ON n.negotiation_id = a.negotiation_id AND n.campaign_id = a.campaign_id
            WHERE n.state <> ?""";

    private final Database database;
    private final List<Finding> findings = new ArrayList<>();

    Examiner(Database database) {
        this.database = database;
    }

    Examination examine() {
        String journalMode = database.apart(this::structure);
        long synchronous = database.apart(session -> session.number("PRAGMA synchronous"));
        Counts counts = new RowExamination(this, this).run();
        return new Examination(
                counts.campaigns(), counts.negotiations(), counts.messages(), journalMode, synchronous, findings);
    }

    private String structure(Session session) throws SQLException {
        for (String problem : session.query("PRAGMA integrity_check", row -> row.getString(1))) {
            if (!problem.equals("ok")) {
                damage("database", problem);
            }
        }
        session.query("PRAGMA foreign_key_check", row -> row.getString(1) + " row " + row.getString(2)).stream()
                .filter(orphan -> orphan.startsWith("parley_"))
                .forEach(orphan -> damage(orphan, "belongs to a row that is not there"));
        return session.first("PRAGMA journal_mode", row -> row.getString(1)).orElse("none");
    }

    @Override
    public Page<?> page(QuarantinedKind kind, PageRequest request) {
        return database.read(session -> new SqliteQuarantine(session).page(kind, request));
    }

    @Override
    public Agreements agreements() {
        return database.read(session -> new Agreements(
                session.query(AGREED_BUT_NOT, row -> row.getString(1), NegotiationState.AGREED.code()),
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
