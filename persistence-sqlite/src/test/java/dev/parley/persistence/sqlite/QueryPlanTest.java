package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the queries of a start-up and of a dispatcher cost: the plan says so before a million rows do. */
class QueryPlanTest {
    @TempDir
    Path directory;

    @Test
    void loadingWhatIsActiveSearchesThePartialIndexAlone() throws Exception {
        assertPlan(
                NegotiationReader.ACTIVE_PAGE,
                "SEARCH parley_negotiations USING INDEX parley_negotiations_active (position>?)");
    }

    @Test
    void aStateInFlightIsFoundInThePartialIndex() throws Exception {
        assertPlan(
                NegotiationReader.ACTIVE_PAGE.replace("active = 1", "active = 1 AND state = ?"),
                "SEARCH parley_negotiations USING INDEX parley_negotiations_active (position>?)");
    }

    @Test
    void theOverdueAreFoundAmongTheDeadlinesAlone() throws Exception {
        assertPlan(
                NegotiationReader.OVERDUE_PAGE,
                "SEARCH parley_negotiations USING INTEGER PRIMARY KEY (rowid=?)",
                "LIST SUBQUERY 1",
                "SEARCH parley_negotiations USING COVERING INDEX parley_negotiations_expiring"
                        + " (expires_at>? AND expires_at<?)",
                "USE TEMP B-TREE FOR ORDER BY");
    }

    @Test
    void countingTheOverdueReadsTheirDeadlinesAlone() throws Exception {
        assertPlan(
                BacklogReader.OVERDUE,
                "SEARCH parley_negotiations USING COVERING INDEX parley_negotiations_expiring"
                        + " (expires_at>? AND expires_at<?)");
    }

    @Test
    void countingWhatIsOwedReadsWhatIsOpenAlone() throws Exception {
        assertPlan(
                BacklogReader.MESSAGES, "SCAN parley_deliveries USING COVERING INDEX parley_deliveries_open_in_order");
    }

    @Test
    void countingWhatAgreedWithoutAgreementReadsItsOwnIndexAlone() throws Exception {
        assertPlan(
                BacklogReader.AGREEMENT_MISSING,
                "SCAN parley_negotiations USING COVERING INDEX parley_negotiations_agreement_missing");
    }

    @Test
    void whatIsDueComesInOrderFromItsIndexAndAnotherTellsWhatIsBeforeIt() throws Exception {
        assertPlan(
                OutboxReader.DUE,
                "SEARCH d USING INDEX parley_deliveries_due (due_at>? AND due_at<?)",
                "SEARCH m USING INTEGER PRIMARY KEY (rowid=?)",
                "CORRELATED SCALAR SUBQUERY 1",
                "SEARCH earlier USING COVERING INDEX parley_deliveries_open (negotiation=? AND message<?)",
                "SEARCH n USING INTEGER PRIMARY KEY (rowid=?)");
    }

    @Test
    void whatIsOpenIsPagedThroughInItsIndex() throws Exception {
        assertPlan(
                OutboxReader.OPEN_PAGE,
                "SEARCH d USING INDEX parley_deliveries_open_in_order (message>?)",
                "SEARCH m USING INTEGER PRIMARY KEY (rowid=?)",
                "SEARCH n USING INTEGER PRIMARY KEY (rowid=?)");
    }

    @Test
    void messagesArePagedThroughInTheirOrder() throws Exception {
        assertPlan(
                OutboxReader.ALL_PAGE,
                "SEARCH m USING INTEGER PRIMARY KEY (rowid>?)",
                "SEARCH n USING INTEGER PRIMARY KEY (rowid=?)",
                "SEARCH d USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN");
    }

    @Test
    void aStepIsFoundByItsName() throws Exception {
        assertPlan(
                SqliteSteps.ONE,
                "SEARCH n USING COVERING INDEX sqlite_autoindex_parley_negotiations_1 (negotiation_id=?)",
                "SEARCH s USING INDEX sqlite_autoindex_parley_steps_1 (negotiation=? AND idempotency_key=?)");
    }

    private void assertPlan(String sql, String... expected) throws Exception {
        Path file = directory.resolve("parley.db");
        SqliteNegotiationStore.open(file).close();
        try (Sql shell = Sql.on(file)) {
            List<String> plan = shell.rows("EXPLAIN QUERY PLAN " + sql).stream()
                    .map(row -> row.substring(row.lastIndexOf('|') + 1))
                    .toList();
            assertEquals(List.of(expected), plan);
        }
    }
}
