package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.persistence.rows.quarantine.QuarantinedKind;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any row that is damaged in any way is kept as it was found, and comes back when it is mended. */
class QuarantineTest {
    private static final String FIRST = " WHERE position = 1";

    private static final Instant NOW = Fixtures.OPENED_AT.plusSeconds(1);

    @TempDir
    Path directory;

    private QuarantineDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new QuarantineDesk(directory.resolve("parley.db"));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "negotiation | UPDATE parley_negotiations SET context = replace(context, '25.50', '92.50')",
                "negotiation | UPDATE parley_negotiations SET context = '{'",
                "negotiation | UPDATE parley_negotiations SET context = CAST(x'7b22fffe' AS TEXT)",
                "negotiation | UPDATE parley_negotiations SET context = format('{\"a\":\"%s\"}', hex(zeroblob(600000)))",
                "negotiation | UPDATE parley_negotiations SET state = 'from_the_future'",
                "negotiation | UPDATE parley_negotiations SET state = 'stale'",
                "negotiation | UPDATE parley_negotiations SET active = 0",
                "negotiation | UPDATE parley_negotiations SET agreement_missing = 1",
                "negotiation | UPDATE parley_negotiations SET expires_at = NULL",
                "negotiation | UPDATE parley_negotiations SET history_length = 9",
                "negotiation | UPDATE parley_negotiations SET revision = 9",
                "negotiation | UPDATE parley_negotiations SET thread_id = 'another'",
                "negotiation | UPDATE parley_negotiations SET negotiation_id = 'fir5t'",
                "negotiation | UPDATE parley_negotiations SET checksum = checksum + 1",
                "negotiation | UPDATE parley_negotiations SET latest_history = json_remove(latest_history, '$[1]')",
                "negotiation | DELETE FROM parley_history_blocks WHERE negotiation = 1",
                "negotiation | UPDATE parley_history_blocks SET entries = replace(entries, 'resume', 'from_the_future')",
                "negotiation | UPDATE parley_history_blocks SET entries = CAST(x'ff' AS TEXT)",
                "campaign | UPDATE parley_campaigns SET budget = '9000.00'",
                "campaign | UPDATE parley_campaigns SET influencers = '['",
                "campaign | UPDATE parley_campaigns SET total_influencers = -1",
                "campaign | UPDATE parley_agreements SET cpm = '92.50'",
                "inbound_message | UPDATE parley_inbound_messages SET content = '{}'",
                "inbound_message | UPDATE parley_inbound_messages SET received_at = 'yesterday'",
                "inbound_message | UPDATE parley_inbound_messages SET message_id = 'another'",
                "outbound_message | UPDATE parley_outbound_messages SET content = '{}'",
                "outbound_message | UPDATE parley_outbound_messages SET message_id = CAST(x'c3' AS TEXT)",
                "delivery | UPDATE parley_deliveries SET state = 'from_the_future' WHERE message = 1",
                "delivery | UPDATE parley_deliveries SET attempts = 3 WHERE message = 1",
                "delivery | UPDATE parley_deliveries SET open = 0 WHERE message = 1",
                "delivery | UPDATE parley_deliveries SET due_at = NULL WHERE message = 1",
                "delivery | UPDATE parley_deliveries SET negotiation = 2 WHERE message = 1",
                "delivery | DELETE FROM parley_deliveries WHERE message = 1",
                "step | UPDATE parley_steps SET fingerprint = 'another'",
                "step | UPDATE parley_steps SET state = 'from_the_future'",
            })
    void isKeptAndComesBackAsItWas(String kind, String damage) throws Exception {
        QuarantinedKind where = QuarantinedKind.of(kind);
        List<String> sound = desk.picture();
        String mended = desk.raw(where, 1);
        desk.run(damage.contains("WHERE") ? damage : damage + FIRST);
        List<String> damaged = desk.picture();

        UnreadableRow row = desk.damage(where, 1);
        desk.store().quarantine(row, NOW);
        desk.store().quarantine(row, NOW.plusSeconds(60));

        QuarantinedRow kept = desk.only();
        assertEquals(new QuarantinedRow(kept.number(), row, NOW, desk.raw(where, 1)), kept, "as it was first found");
        assertEquals(kept, desk.store().findQuarantined(kept.number()).orElseThrow());
        UnreadableException still =
                assertThrows(UnreadableException.class, () -> desk.store().release(kept.number()));
        assertEquals(row, still.row());
        assertEquals(damaged, desk.picture(), "the row itself stays as it is");
        assertEquals(kept, desk.only());

        desk.store().release(kept.number(), mended);

        assertEquals(sound, desk.picture());
        assertEquals(List.of(), desk.all());
        assertEquals(List.of(), desk.store().examine().findings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "negotiation | UPDATE parley_negotiations SET context = CAST(x'7b22fffe' AS TEXT) | {\"$bytes\":\"7b22fffe\"}",
                "negotiation | UPDATE parley_negotiations SET thread_id = CAST(x'6100ff' AS TEXT) | {\"$bytes\":\"6100ff\"}",
                "negotiation | UPDATE parley_history_blocks SET entries = CAST(x'ff' AS TEXT) | {\"$bytes\":\"ff\"}",
                "negotiation | UPDATE parley_negotiations SET context = replace('a.b', '.', char(0)) | \"context\":\"a\\u0000b\"",
                "negotiation | UPDATE parley_negotiations SET context = '' | \"context\":\"\"",
                "campaign | UPDATE parley_campaigns SET total_influencers = -9223372036854775808 | -9223372036854775808",
                "delivery | UPDATE parley_deliveries SET due_at = NULL WHERE message = 1 | \"due_at\":null",
            })
    void keepsEveryByte(String kind, String damage, String part) throws Exception {
        desk.run(damage.contains("WHERE") ? damage : damage + FIRST);

        desk.store().quarantine(desk.damage(QuarantinedKind.of(kind), 1), NOW);

        String raw = desk.only().raw();
        assertTrue(raw.contains(part), raw);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "campaign | UPDATE parley_campaigns SET budget = '1' | \"budget\":\"1\" | \"budget\":\"much\"",
                "campaign | UPDATE parley_campaigns SET timeline = '1' | \"timeline\":\"1\" | \"timeline\":\" \"",
                "campaign | UPDATE parley_agreements SET cpm = '1' | \"cpm\":\"1\" | \"cpm\":\"-1\"",
                "inbound_message | UPDATE parley_inbound_messages SET content = '1' | \"content\":\"1\" | \"content\":\"{\"",
                "outbound_message | UPDATE parley_outbound_messages SET owed_since = '1' | \"owed_since\":\"1\" | \"owed_since\":\"2\"",
                "delivery | UPDATE parley_deliveries SET state = 'x' WHERE message = 1 | \"state\":\"x\" | \"state\":\"y\"",
                "delivery | UPDATE parley_deliveries SET since = 'x' WHERE message = 1 | \"since\":\"x\" | \"since\":\"y\"",
                "step | UPDATE parley_steps SET state = 'x' | \"state\":\"x\" | \"state\":\"y\"",
                "step | UPDATE parley_steps SET fingerprint = 'x' | \"fingerprint\":\"x\" | \"fingerprint\":\"\"",
            })
    void staysAsItIsWhereTheMendedContentMeansNothing(String kind, String damage, String part, String instead)
            throws Exception {
        QuarantinedKind where = QuarantinedKind.of(kind);
        desk.run(damage.contains("WHERE") ? damage : damage + FIRST);
        desk.store().quarantine(desk.damage(where, 1), NOW);
        QuarantinedRow kept = desk.only();
        List<String> damaged = desk.picture();
        String raw = kept.raw().replace(part, instead);
        assertNotEquals(kept.raw(), raw);

        UnreadableException refused =
                assertThrows(UnreadableException.class, () -> desk.store().release(kept.number(), raw));

        assertEquals(kind, refused.row().kind());
        assertEquals(damaged, desk.picture());
        assertEquals(kept, desk.only());
    }
}
