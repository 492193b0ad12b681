package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the queries of a start-up cost: the plan says so before a million rows do. */
class QueryPlanTest {
    @TempDir
    Path directory;

    @Test
    void loadingWhatIsActiveSearchesThePartialIndexAlone() throws Exception {
        assertPlan(
                "SEARCH parley_negotiations USING INDEX parley_negotiations_active (position>?)",
                NegotiationReader.ACTIVE_PAGE);
    }

    @Test
    void aStateInFlightIsFoundInThePartialIndex() throws Exception {
        assertPlan(
                "SEARCH parley_negotiations USING INDEX parley_negotiations_active (position>?)",
                NegotiationReader.ACTIVE_PAGE.replace("active = 1", "active = 1 AND state = 'stale'"));
    }

    @Test
    void countingWhatAgreedWithoutAgreementReadsItsOwnIndexAlone() throws Exception {
        assertPlan(
                "SCAN parley_negotiations USING COVERING INDEX parley_negotiations_agreement_missing",
                NegotiationReader.AGREEMENT_MISSING);
    }

    private void assertPlan(String expected, String sql) throws Exception {
        Path file = directory.resolve("parley.db");
        SqliteNegotiationStore.open(file).close();
        try (Sql shell = Sql.on(file)) {
            List<String> plan = shell.rows("EXPLAIN QUERY PLAN "
                    + sql.replaceFirst("LIMIT \\?", "LIMIT 10").replaceFirst("position > \\?", "position > 5"));
            assertEquals(1, plan.size(), plan.toString());
            assertTrue(plan.get(0).endsWith(expected), plan.toString());
        }
    }
}
