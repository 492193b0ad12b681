package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationAlreadyExistsException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.QuarantinedRowNotFoundException;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.ThreadTakenException;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.rows.quarantine.QuarantinedKind;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A negotiation in quarantine: what holds meanwhile, and what may take its row's place. */
class ReleaseTest {
    private static final Instant NOW = Fixtures.OPENED_AT.plusSeconds(1);

    @TempDir
    Path directory;

    private QuarantineDesk desk;
    private SqliteNegotiationStore store;
    private String mended;
    private List<String> sound;
    private Stored<NegotiationSnapshot> before;
    private QuarantinedRow kept;

    @BeforeEach
    void quarantineTheFirst() throws Exception {
        desk = new QuarantineDesk(directory.resolve("parley.db"));
        store = desk.store();
        before = store.find(Stock.FIRST).orElseThrow();
        mended = desk.raw(QuarantinedKind.NEGOTIATION, 1);
        sound = desk.picture();
        desk.run("UPDATE parley_negotiations SET state = 'from_the_future', round_count = 9 WHERE position = 1");
        store.quarantine(desk.damage(QuarantinedKind.NEGOTIATION, 1), NOW);
        kept = desk.only();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void meanwhileItsIdAndItsThreadAreNotGivenToAnother() {
        NegotiationSnapshot sameId = Fixtures.negotiation(Stock.FIRST.value()).snapshot();
        NegotiationSnapshot sameThread = Fixtures.negotiation("third", Fixtures.CAMPAIGN, "thread of first")
                .snapshot();

        assertThrows(
                NegotiationAlreadyExistsException.class,
                () -> store.commit(Commit.of(NegotiationChange.opened(sameId))));
        assertThrows(ThreadTakenException.class, () -> store.commit(Commit.of(NegotiationChange.opened(sameThread))));
        assertThrows(UnreadableException.class, () -> store.find(Stock.FIRST));
        assertThrows(UnreadableException.class, () -> store.findByThread(new ThreadId("thread of first")));
    }

    @Test
    void meanwhileTheOthersGoOn() {
        Stored<NegotiationSnapshot> second = store.find(Stock.SECOND).orElseThrow();
        store.commit(Commit.of(Steps.events(second, NegotiationEvent.RECEIVE_REPLY)));

        assertEquals(
                second.revision() + 1, store.find(Stock.SECOND).orElseThrow().revision());
        assertEquals(
                1,
                store.negotiations(NegotiationFilter.active(), PageRequest.first(10))
                        .unreadable()
                        .size());
        assertEquals(1, store.backlog(NOW).quarantined());
    }

    @Test
    void mendedItGoesOnWhereItStood() {
        store.release(kept.number(), mended);

        Stored<NegotiationSnapshot> back = store.find(Stock.FIRST).orElseThrow();
        assertEquals(before, back);
        store.commit(Commit.of(Steps.events(back, NegotiationEvent.RECEIVE_REPLY)));
        assertEquals(
                before.revision() + 1, store.find(Stock.FIRST).orElseThrow().revision());
        assertThrows(QuarantinedRowNotFoundException.class, () -> store.release(kept.number(), mended));
    }

    @Test
    void mendedInItsPlaceItIsReleasedWithoutContent() throws Exception {
        desk.run("UPDATE parley_negotiations SET state = (SELECT state FROM parley_negotiations WHERE position = 2),"
                + " round_count = 1 WHERE position = 1");

        store.release(kept.number());

        assertEquals(sound, desk.picture());
        assertEquals(List.of(), desk.all());
    }

    @Test
    void whatTheStoreDerivesIsDerivedFromTheContent() throws Exception {
        String careless = mended.replaceFirst("\"active\":1", "\"active\":{\"\\$bytes\":\"07\"}")
                .replaceFirst("\"agreement_missing\":0", "\"agreement_missing\":1")
                .replaceFirst("\"expires_at\":\"[^\"]*\"", "\"expires_at\":null")
                .replaceFirst("\"history_length\":\\d+", "\"history_length\":99")
                .replaceAll("\"checksum\":\\d+", "\"checksum\":0");

        store.release(kept.number(), careless);

        assertEquals(sound, desk.picture());
    }

    @Test
    void anAgreedOneWithoutAnAgreementIsCountedSo() throws Exception {
        long position = 3;
        String agreed = desk.raw(QuarantinedKind.NEGOTIATION, position);
        desk.run("UPDATE parley_negotiations SET round_count = 7 WHERE position = 3");
        store.quarantine(desk.damage(QuarantinedKind.NEGOTIATION, position), NOW);
        desk.run("DELETE FROM parley_agreements");

        store.release(desk.all().get(1).number(), agreed);

        assertEquals(1, store.backlog(NOW).agreedWithoutAgreement());
        assertTrue(store.find(Stock.AGREED).isPresent());
    }

    @Test
    void anEntryThatWasLostCanBeAddedWithoutItsPosition() throws Exception {
        desk.run("DELETE FROM parley_history_blocks WHERE negotiation = 1");

        store.release(
                kept.number(),
                mended.replaceAll("\\{\"position\":\\d+,\"negotiation\"", "{\"position\":null,\"negotiation\""));

        assertEquals(before, store.find(Stock.FIRST).orElseThrow());
    }

    @Test
    void aValueOfANewerVersionIsNoReasonToLoseIt() {
        String withMore =
                mended.replace("{\\\"next_cpm\\\"", "{\\\"from_the_future\\\":[1,{\\\"a\\\":null}],\\\"next_cpm\\\"");
        assertFalse(withMore.equals(mended), mended);

        store.release(kept.number(), withMore);

        assertTrue(store.find(Stock.FIRST)
                .orElseThrow()
                .value()
                .context()
                .get("from_the_future")
                .isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no JSON | \\{ | [",
                "of another row | \\{\"position\":1 | {\"position\":2",
                "of no row | \\{\"position\":1, | {\"position\":null,",
                "a block of another's history | \"negotiation\":1,\"block\":0 | \"negotiation\":2,\"block\":77",
                "another's history | \"negotiation\":1 | \"negotiation\":2",
                "an unknown column | \"state\": | \"state_of_mind\":",
                "one column more | \"state\": | \"extra\":1,\"state\":",
                "a column less | \"round_count\":\\d+, | ``",
                "an unknown table | parley_history_blocks | parley_schema",
                "a table less | ,\"parley_history_blocks\".*] | ``",
                "SQL as a table | parley_history_blocks | parley_history_blocks; DROP TABLE parley_steps; --",
                "SQL as a column | \"state\": | \"state = 'x' --\":",
                "no row | \"parley_negotiations\":\\[\\{.*?\\}] | \"parley_negotiations\":[]",
                "bytes for text | \"context\":\"(\\\\.¦[^\"])*\" | \"context\":{\"$bytes\":\"7b7d\"}",
                "a number for text | \"campaign_id\":\"spring\" | \"campaign_id\":7",
                "text for a number | \"round_count\":\\d+ | \"round_count\":\"one\"",
                "a fraction | \"round_count\":\\d+ | \"round_count\":1.5",
                "a number too large | \"round_count\":\\d+ | \"round_count\":9223372036854775808",
                "a flag | \"round_count\":\\d+ | \"round_count\":true",
                "nothing where something must be | \"context\":\"(\\\\.¦[^\"])*\" | \"context\":null",
                "half a character | \"campaign_id\":\"spring\" | \"campaign_id\":\"\\ud800\"",
                "an unknown campaign | \"campaign_id\":\"spring\" | \"campaign_id\":\"autumn\"",
                "another's id | \"negotiation_id\":\"first\" | \"negotiation_id\":\"second\"",
                "another's thread | \"thread_id\":\"thread of first\" | \"thread_id\":\"thread of second\"",
                "no revision | \"revision\":\\d+ | \"revision\":0",
                "another's block | \\{\"position\":\\d+,\"negotiation\":1,\"block\":0 | {\"position\":2,\"negotiation\":1,\"block\":0",
            })
    void contentOfAnotherFormOrOfAnotherRowIsRefused(String what, String part, String instead) throws Exception {
        List<String> damaged = desk.picture();
        String raw = replaced(part, instead);

        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> store.release(kept.number(), raw), what);

        assertTrue(refused.subject().startsWith("raw"), refused.getMessage());
        assertFalse(refused.getMessage().contains("25.50"), "a message shows no content");
        assertEquals(damaged, desk.picture());
        assertEquals(kept, desk.only());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an unknown state | \"state\":\"[a-z_]*\" | \"state\":\"from_the_future\"",
                "another state | \"round_count\":\\d+,\"reply_due_at\":\"[^\"]*\" | \"round_count\":-1,\"reply_due_at\":null",
                "an unknown event | receive_reply | from_the_future",
                "a gap in the history | \\[..receive_reply[^]]*], | ``",
                "no latest history | \"latest_history\":\"(\\\\.¦[^\"])*\" | \"latest_history\":\"[]\"",
                "broken JSON | \"context\":\"(\\\\.¦[^\"])*\" | \"context\":\"{\"",
                "no time | \"created_at\":\"[^\"]*\" | \"created_at\":\"yesterday\"",
                "no id | \"negotiation_id\":\"first\" | \"negotiation_id\":\" \"",
            })
    void contentThatCouldNotBeReadIsRefused(String what, String part, String instead) throws Exception {
        List<String> damaged = desk.picture();
        String raw = replaced(part, instead);

        UnreadableException refused =
                assertThrows(UnreadableException.class, () -> store.release(kept.number(), raw), what);

        assertEquals("negotiation", refused.row().kind());
        assertEquals(damaged, desk.picture());
        assertEquals(kept, desk.only());
    }

    @Test
    void deletingItTakesItsCopiesAlong() throws Exception {
        desk.run("UPDATE parley_inbound_messages SET content = '' WHERE position = 1");
        desk.run("UPDATE parley_outbound_messages SET content = '' WHERE position = 1");
        desk.run("UPDATE parley_steps SET fingerprint = '' WHERE position = 1");
        desk.run("UPDATE parley_deliveries SET problem = 'x' WHERE message = 2");
        for (QuarantinedKind kind :
                List.of(QuarantinedKind.INBOUND_MESSAGE, QuarantinedKind.OUTBOUND_MESSAGE, QuarantinedKind.STEP)) {
            store.quarantine(desk.damage(kind, 1), NOW);
        }
        store.quarantine(desk.damage(QuarantinedKind.DELIVERY, 2), NOW);
        assertEquals(5, desk.all().size());

        store.delete(Stock.FIRST, before.revision());

        assertEquals(QuarantinedKind.DELIVERY.code(), desk.only().row().kind());
    }

    @Test
    void forgettingWhatWasHandledTakesItsCopiesAlong() throws Exception {
        Stored<NegotiationSnapshot> second = store.find(Stock.SECOND).orElseThrow();
        store.commit(Commit.of(Steps.events(second, NegotiationEvent.STOP)));
        desk.run("UPDATE parley_inbound_messages SET content = '' WHERE position = 2");
        desk.run("UPDATE parley_steps SET fingerprint = '' WHERE position = 2");
        store.quarantine(desk.damage(QuarantinedKind.INBOUND_MESSAGE, 2), NOW);
        store.quarantine(desk.damage(QuarantinedKind.STEP, 2), NOW);
        assertEquals(3, desk.all().size());

        assertEquals(1, store.forgetHandled(NOW.plusSeconds(1_000_000), 10));

        assertEquals(kept, desk.only());
    }

    @Test
    void aRowThatIsGoneIsReleasedAndDoesNotComeBack() throws Exception {
        desk.run("DELETE FROM parley_negotiations WHERE position = 1");

        store.release(kept.number(), mended);

        assertTrue(store.find(Stock.FIRST).isEmpty());
        assertEquals(List.of(), desk.all());
    }

    private String replaced(String part, String instead) {
        // A bar cannot stand in these lines.
        String raw = mended.replaceFirst(
                part.replace('¦', '|'), instead.replace("\\", "\\\\").replace("$", "\\$"));
        assertFalse(raw.equals(mended), "the part must be there: " + mended);
        return raw;
    }
}
