package dev.parley.persistence.postgresql;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.persistence.postgresql.PostgresNegotiationStore.Durability;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Options;
import dev.parley.postgresql.server.TestSchema;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the queries of a start-up and of a dispatcher cost among many that have ended: the plans say so. */
class QueryPlanTest {
    /** One in two hundred is in flight. */
    private static final String[] MANY_ENDED = {
        """
        INSERT INTO parley_negotiations (negotiation_id, campaign_id, thread_id, state, active, agreement_missing,
            round_count, expires_at, revision, history_length, created_at, updated_at, latest_history, checksum, context,
            context_checksum)
        SELECT 'n' || i, 'c', 't' || i, 's', (i % 200 = 0)::int, (i % 1000 = 0)::int, 0,
            CASE WHEN i % 200 = 0 THEN '2025' END, 1, 0, '', '', '[]', 0, '{}', 0
        FROM generate_series(1, 20000) AS i""", """
        INSERT INTO parley_outbound_messages (negotiation, message_id, owed_since, content, checksum)
        SELECT i, 'm' || i, '', '{}', 0 FROM generate_series(1, 20000) AS i""", """
        INSERT INTO parley_deliveries (message, negotiation, state, open, attempts, since, due_at, checksum)
        SELECT i, i, 's', (i % 200 = 0)::int, 0, '', CASE WHEN i % 200 = 0 THEN '2025' END, 0
        FROM generate_series(1, 20000) AS i""", """
        INSERT INTO parley_steps (negotiation, idempotency_key, fingerprint, revision, state, at, checksum)
        SELECT i, 'k', '', 1, '', '', 0 FROM generate_series(1, 20000) AS i""", "ANALYZE", "SET plan_cache_mode = force_generic_plan"
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static TestSchema schema;
    private static Sql shell;

    @BeforeAll
    static void fill() throws SQLException {
        schema = TestSchema.create();
        PostgresNegotiationStore.open(schema.dataSource(), Options.defaults().durability(Durability.AS_CONFIGURED))
                .close();
        shell = Sql.on(schema);
        for (String sql : MANY_ENDED) {
            shell.run(sql);
        }
    }

    @AfterAll
    static void drop() throws SQLException {
        shell.close();
        schema.close();
    }

    @Test
    void loadingWhatIsActiveReadsItsOwnIndexAlone() throws Exception {
        assertReads(NegotiationReader.ACTIVE_PAGE, "bigint, int", "0, 100", "parley_negotiations_active");
    }

    @Test
    void theOverdueAreFoundAmongTheDeadlinesAlone() throws Exception {
        assertReads(
                NegotiationReader.OVERDUE_PAGE, "text, bigint, int", "'2026', 0, 100", "parley_negotiations_expiring");
    }

    @Test
    void countingReadsWhatWaitsAlone() throws Exception {
        assertReads(BacklogReader.OVERDUE, "text", "'2026'", "parley_negotiations_expiring");
        assertReads(
                BacklogReader.MESSAGES,
                "text, text, text, text, text, text, text",
                "'a', 'b', 'c', 'd', 'e', 'f', 'g'",
                "parley_deliveries_open");
        assertReads(BacklogReader.AGREEMENT_MISSING, "", "", "parley_negotiations_agreement_missing");
    }

    @Test
    void whatIsDueComesFromItsIndexAndAnotherTellsWhatIsBeforeIt() throws Exception {
        assertReads(
                OutboxReader.DUE,
                "text, text, bigint, text",
                "'2026', '', 0, 'pending'",
                "parley_deliveries_due",
                "parley_deliveries_open");
    }

    @Test
    void whatIsOpenIsPagedThroughInItsIndex() throws Exception {
        assertReads(OutboxReader.OPEN_PAGE, "bigint, int", "0, 100", "parley_deliveries_open");
    }

    @Test
    void messagesArePagedThroughInTheirOrder() throws Exception {
        assertReads(OutboxReader.ALL_PAGE, "bigint, bigint, int", "0, 0, 100", "parley_outbound_messages_pkey");
    }

    @Test
    void theStepsOfSomeNegotiationsAreReadByTheirPositions() throws Exception {
        assertReads(PostgresCopies.STEPS, "bigint, bigint, bigint, bigint", "0, 9, 0, 9", "parley_steps_name");
    }

    @Test
    void aStepIsFoundByItsName() throws Exception {
        assertReads(PostgresSteps.ONE, "text, text", "'n7', 'k'", "parley_negotiations_name", "parley_steps_name");
    }

    /** As the server plans for parameters it does not know, which is how it runs a statement that is run often. */
    private static void assertReads(String sql, String types, String values, String... indexes) throws Exception {
        String name = "p" + NUMBER.incrementAndGet();
        AtomicInteger parameters = new AtomicInteger();
        String numbered = Pattern.compile("\\?").matcher(sql).replaceAll(mark -> "\\$" + parameters.incrementAndGet());
        shell.run("PREPARE " + name + (types.isEmpty() ? "" : " (" + types + ")") + " AS " + numbered);
        String plan = String.join(
                "\n", shell.rows("EXPLAIN (COSTS OFF) EXECUTE " + name + (values.isEmpty() ? "" : "(" + values + ")")));
        assertFalse(plan.contains("Seq Scan"), plan);
        for (String index : indexes) {
            assertTrue(plan.contains(index), plan);
        }
    }
}
