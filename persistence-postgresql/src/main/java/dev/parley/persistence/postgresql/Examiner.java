package dev.parley.persistence.postgresql;

import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Examination;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Finding;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Severity;
import dev.parley.persistence.postgresql.jdbc.Database;
import dev.parley.persistence.postgresql.jdbc.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One pass over everything in a database, in search of damage. */
final class Examiner {
    private static final int PAGE_SIZE = 500;

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
    private long campaigns;
    private long negotiations;
    private long messages;

    Examiner(Database database) {
        this.database = database;
    }

    Examination examine() {
        String serverVersion = database.read(session -> setting(session, "server_version"));
        String synchronousCommit = database.write(session -> setting(session, "synchronous_commit"));
        database.read(this::orphans);
        Page.walk(PAGE_SIZE, request -> database.read(session -> CampaignReader.page(session, request)), page -> {
            campaigns += page.rows().size();
            page.unreadable().forEach(this::damage);
        });
        Page.walk(PAGE_SIZE, request -> database.read(session -> negotiations(session, request)), page -> {
            negotiations += page.rows().size();
            page.unreadable().forEach(this::damage);
        });
        Page.walk(PAGE_SIZE, request -> database.read(session -> InboxReader.page(session, request)), this::messages);
        Page.walk(PAGE_SIZE, request -> database.read(session -> owed(session, request)), this::messages);
        Page.walk(
                PAGE_SIZE,
                request -> database.read(session -> new PostgresSteps(session).page(request)),
                page -> page.unreadable().forEach(this::damage));
        database.read(this::agreements);
        return new Examination(campaigns, negotiations, messages, serverVersion, synchronousCommit, findings);
    }

    private static String setting(Session session, String name) throws SQLException {
        return session.first("SELECT current_setting(?)", row -> row.text(1), name)
                .orElseThrow();
    }

    /** What names a campaign that is not there; the server itself sees to all other ties. */
    private long orphans(Session session) throws SQLException {
        List<String> orphans = session.query(ORPHANS, row -> row.text(1));
        orphans.forEach(orphan -> damage(orphan, "belongs to a campaign that is not there"));
        return orphans.size();
    }

    private static Page<Stored<NegotiationSnapshot>> negotiations(Session session, PageRequest request)
            throws SQLException {
        return NegotiationReader.page(session, NegotiationFilter.all(), request);
    }

    private static Page<OwedMessage> owed(Session session, PageRequest request) throws SQLException {
        return OutboxReader.page(session, DeliveryFilter.all(), request);
    }

    private void messages(Page<?> page) {
        messages += page.rows().size();
        page.unreadable().forEach(this::damage);
    }

    private long agreements(Session session) throws SQLException {
        session.query(AGREED_BUT_NOT, row -> row.text(1), NegotiationState.AGREED.code())
                .forEach(id -> notice(
                        "negotiation " + id,
                        "stands elsewhere than in agreed, but an agreement of it is booked; it was opened again"));
        long without = BacklogReader.agreedWithoutAgreement(session);
        if (without > 0) {
            notice("database", without + " negotiations have agreed without booking an agreement");
        }
        return without;
    }

    private void damage(UnreadableRow row) {
        damage(row.kind() + " " + row.id(), row.reason());
    }

    private void damage(String subject, String problem) {
        findings.add(new Finding(Severity.DAMAGE, subject, problem));
    }

    private void notice(String subject, String problem) {
        findings.add(new Finding(Severity.NOTICE, subject, problem));
    }
}
