package dev.parley.persistence.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Durability;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Examination;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Finding;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Options;
import dev.parley.postgresql.server.TestSchema;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row that was changed behind the store's back is named, kept, and let go once it is mended. */
class DamagedRowTest {
    private static final Instant NOW = Fixtures.OPENED_AT.plus(Duration.ofDays(1));

    @AutoClose
    private final TestSchema schema;

    @AutoClose
    private final PostgresNegotiationStore store;

    DamagedRowTest() throws SQLException {
        schema = TestSchema.create();
        store = PostgresNegotiationStore.open(
                SharedPool.get(),
                Options.defaults().durability(Durability.AS_CONFIGURED).schema(schema.name()));
    }

    /** Rows of every kind, those of the first negotiation at position 1. */
    @BeforeEach
    void storeTwoNegotiations() {
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        for (String name : List.of("first", "second")) {
            NegotiationId id = new NegotiationId(name);
            NegotiationSnapshot opened = Fixtures.negotiation(name, Fixtures.CAMPAIGN, "thread of " + name)
                    .snapshot();
            store.commit(Commit.of(NegotiationChange.opened(opened))
                    .withMessages(
                            List.of(Fixtures.inbound("in-" + name, id)), List.of(Fixtures.outbound("out-" + name, id)))
                    .named(Fixtures.step("open")));
            NegotiationEvent[] events = new NegotiationEvent[16];
            for (int i = 0; i < events.length; i++) {
                events[i] = i % 2 == 0 ? NegotiationEvent.PAUSE : NegotiationEvent.RESUME;
            }
            store.commit(Commit.of(Steps.events(store.find(id).orElseThrow(), events)));
            store.commit(Commit.of(Steps.events(store.find(id).orElseThrow(), NegotiationEvent.SEND_OFFER)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            negotiation      | parley_negotiations SET context = replace(context, '25.50', '92.50') WHERE position = 1
            negotiation      | parley_negotiations SET state = 'from_the_future' WHERE position = 1
            negotiation      | parley_negotiations SET revision = 7 WHERE position = 1
            negotiation      | parley_negotiations SET active = 0 WHERE position = 1
            negotiation      | parley_negotiations SET latest_history = '[]' WHERE position = 1
            negotiation      | parley_history_blocks SET entries = replace(entries, 'resume', 'x') WHERE negotiation = 1
            inbound_message  | parley_inbound_messages SET content = '{' WHERE position = 1
            outbound_message | parley_outbound_messages SET content = '{}' WHERE position = 1
            delivery         | parley_deliveries SET due_at = NULL WHERE message = 1
            delivery         | parley_deliveries SET attempts = 3 WHERE message = 1
            step             | parley_steps SET fingerprint = 'x' WHERE position = 1
            campaign         | parley_campaigns SET budget = '9000.00'
            """)
    void isNamedAndKeptAndStopsNothing(String kind, String damage) throws Exception {
        run("UPDATE " + damage);

        Examination examined = store.examine();
        assertTrue(examined.isDamaged());
        List<Finding> findings = examined.findings();
        assertEquals(1, findings.size(), findings.toString());
        assertTrue(findings.get(0).subject().startsWith(kind + " "), findings.toString());
        assertFalse(findings.toString().contains("92.50"), "a finding shows no content");
        assertTrue(store.find(new NegotiationId("second")).isPresent());

        UnreadableRow row = new UnreadableRow(kind, 1, "whatever", "whatever");
        store.quarantine(row, NOW);
        store.quarantine(row, NOW.plusSeconds(1));
        QuarantinedRow kept = only();
        assertEquals(kind, kept.row().kind());
        assertEquals(NOW, kept.since());
        assertThrows(UnreadableException.class, () -> store.release(kept.number()), "it is as it was");
        assertThrows(InvalidValueException.class, () -> store.release(kept.number(), "{}"));
        assertEquals(1, store.backlog(NOW).quarantined());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            negotiation      | parley_negotiations SET state = 'x' WHERE position = 1         | "state":"x"  | "state":"awaiting_reply"
            negotiation      | parley_negotiations SET active = 0 WHERE position = 1          | "active":0   | "active":0
            inbound_message  | parley_inbound_messages SET received_at = 'x' WHERE position = 1 | ":"x"      | ":"2025-03-01T09:30:00Z"
            delivery         | parley_deliveries SET attempts = -1 WHERE message = 1          | "attempts":-1 | "attempts":0
            step             | parley_steps SET state = 'x' WHERE position = 1                | "state":"x"  | "state":"initial_offer"
            campaign         | parley_campaigns SET budget = 'x'                              | "budget":"x" | "budget":"1.00"
            """)
    void isLetGoOnceItIsMended(String kind, String damage, String broken, String mended) throws Exception {
        run("UPDATE " + damage);
        store.quarantine(new UnreadableRow(kind, 1, "whatever", "whatever"), NOW);
        QuarantinedRow kept = only();
        assertTrue(kept.raw().contains(broken), kept.raw());

        store.release(kept.number(), kept.raw().replace(broken, mended));

        assertEquals(List.of(), store.examine().findings());
        assertEquals(0, store.backlog(NOW).quarantined());
    }

    @Test
    void aDeliveryThatIsGoneIsNamedAndPutBack() throws Exception {
        run("DELETE FROM parley_deliveries WHERE message = 1");
        UnreadableRow row = store.owed(DeliveryFilter.all(), PageRequest.first(10))
                .unreadable()
                .get(0);
        assertEquals("delivery", row.kind());
        store.quarantine(row, NOW);
        String sound;
        try (Sql shell = Sql.on(schema)) {
            sound = shell.value("SELECT json_build_object('parley_deliveries', json_build_array(row_to_json(d)))"
                    + " FROM (SELECT 1 AS message, 1 AS negotiation, state, open, attempts, since, due_at,"
                    + " provider_message_id, thread_id, problem, checksum FROM parley_deliveries) AS d");
        }
        store.release(only().number(), sound);
        assertEquals(List.of(), store.examine().findings());
    }

    @Test
    void aDamagedMessageIsPassedOverByClaims() throws Exception {
        run("UPDATE parley_outbound_messages SET content = '{}' WHERE position = 1");
        assertEquals(
                "out-second",
                store.claim(NOW, NOW.plusSeconds(60)).orElseThrow().id().value());
        assertTrue(store.claim(NOW, NOW.plusSeconds(60)).isEmpty());
    }

    @Test
    void aRowThatIsGoneIsLetGo() throws Exception {
        run("UPDATE parley_negotiations SET revision = 7 WHERE position = 1");
        store.quarantine(new UnreadableRow("negotiation", 1, "first", "whatever"), NOW);
        run("DELETE FROM parley_negotiations WHERE position = 1");
        store.release(only().number());
        assertEquals(0, store.backlog(NOW).quarantined());
    }

    /** Its copies in quarantine go, too. */
    @Test
    void erasingLeavesNoRowAndNoDeadVersion() throws Exception {
        run("UPDATE parley_inbound_messages SET content = '{' WHERE position = 1");
        store.quarantine(new UnreadableRow("inbound_message", 1, "in-first", "whatever"), NOW);
        Stored<NegotiationSnapshot> first =
                store.find(new NegotiationId("first")).orElseThrow();

        store.erase(first.value().id(), first.revision());

        try (Sql shell = Sql.on(schema)) {
            for (String table : shell.rows("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")) {
                assertEquals(List.of(), shell.rows("SELECT t FROM " + table + " AS t WHERE t::text LIKE '%first%'"));
            }
        }
        assertEquals(
                1,
                store.negotiations(NegotiationFilter.all(), PageRequest.first(10))
                        .rows()
                        .size());
        assertEquals(List.of(), store.examine().findings());
    }

    /** What a human sees, in plain SQL. */
    @Test
    void theHistoryIsReadByPlainSql() throws Exception {
        try (Sql shell = Sql.on(schema)) {
            List<String> history = shell.rows("SELECT sequence, from_state, event, to_state, at FROM parley_history"
                    + " WHERE negotiation_id = 'second' ORDER BY sequence");
            assertEquals(17, history.size());
            assertEquals("1|null|pause|paused|2025-03-01T09:31:00.123456Z", history.get(0));
            assertEquals("2|paused|resume|initial_offer|2025-03-01T09:31:00.123456Z", history.get(1));
            assertTrue(history.get(16).startsWith("17|initial_offer|send_offer|awaiting_reply|2025"), history.get(16));
        }
    }

    private QuarantinedRow only() {
        List<QuarantinedRow> all = store.quarantined(PageRequest.first(10)).rows();
        assertEquals(1, all.size(), all.toString());
        return all.get(0);
    }

    private void run(String damage) throws SQLException {
        try (Sql shell = Sql.on(schema)) {
            assertTrue(shell.run(damage) > 0, "the damage must hit a row");
        }
    }
}
