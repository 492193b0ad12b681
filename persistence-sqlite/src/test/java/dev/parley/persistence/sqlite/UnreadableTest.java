package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableException;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that was damaged, or written by something else, is named; it neither stops the others nor passes for sound. */
class UnreadableTest {
    private static final NegotiationId DAMAGED = new NegotiationId("damaged");
    private static final NegotiationId SOUND = new NegotiationId("sound");

    @TempDir
    Path directory;

    private SqliteNegotiationStore store;

    @BeforeEach
    void storeTwoNegotiations() {
        store = SqliteNegotiationStore.open(directory.resolve("parley.db"));
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        for (NegotiationId id : new NegotiationId[] {DAMAGED, SOUND}) {
            store.commit(
                    Commit.of(NegotiationChange.opened(Fixtures.negotiation(id.value(), NegotiationState.COUNTER_SENT)
                            .withReplyDue(Fixtures.OPENED_AT.plus(Duration.ofDays(3)), Fixtures.OPENED_AT)
                            .snapshot())));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE parley_negotiations SET context = replace(context, '25.50', '92.50') WHERE %s",
                "UPDATE parley_negotiations SET context = 'nonsense' WHERE %s",
                "UPDATE parley_negotiations SET state = 'from_the_future' WHERE %s",
                "UPDATE parley_negotiations SET state = 'stale' WHERE %s",
                "UPDATE parley_negotiations SET round_count = 7 WHERE %s",
                "UPDATE parley_negotiations SET revision = 7 WHERE %s",
                "UPDATE parley_negotiations SET reply_due_at = '2025-03-05T00:00:00Z' WHERE %s",
                "UPDATE parley_negotiations SET expires_at = NULL WHERE %s",
                "UPDATE parley_negotiations SET expires_at = '2025-03-05T00:00:00.000000Z' WHERE %s",
                "UPDATE parley_negotiations SET created_at = '2020-01-01T00:00:00Z' WHERE %s",
                "UPDATE parley_negotiations SET latest_history = replace(latest_history, 'receive_reply', 'nothing') WHERE %s",
                "UPDATE parley_negotiations SET latest_history = replace(latest_history, 'on the way', 'another') WHERE %s",
                "UPDATE parley_negotiations SET latest_history = json_remove(latest_history, '$[2]') WHERE %s",
                "UPDATE parley_negotiations SET latest_history = '[]' WHERE %s"
            })
    void isNamedAndDoesNotStopTheOthers(String damage) throws Exception {
        damage(damage.formatted("position = 1"));

        UnreadableException refused = assertThrows(UnreadableException.class, () -> store.find(DAMAGED));
        assertEquals("damaged", refused.row().id());
        assertFalse(refused.getMessage().contains("92.50"), "a message shows no content");

        Page<Stored<NegotiationSnapshot>> active =
                store.negotiations(NegotiationFilter.active(), PageRequest.first(10));
        assertEquals(1, active.unreadable().size());
        assertEquals("negotiation", active.unreadable().get(0).kind());
        assertEquals("damaged", active.unreadable().get(0).id());
        assertEquals(1, active.unreadable().get(0).position(), "it is found again whatever its id has become");
        assertEquals(SOUND, active.rows().get(0).value().id());
        assertTrue(store.find(SOUND).isPresent());
    }

    @Test
    void canStillBeDeleted() throws Exception {
        damage("UPDATE parley_negotiations SET context = 'nonsense' WHERE position = 1");

        store.delete(DAMAGED, 1);

        assertTrue(store.find(DAMAGED).isEmpty());
    }

    @Test
    void aWholeRowIsReadAgainOnceItIsRepaired() throws Exception {
        damage("UPDATE parley_negotiations SET round_count = round_count + 1 WHERE position = 1");
        assertThrows(UnreadableException.class, () -> store.find(DAMAGED));

        damage("UPDATE parley_negotiations SET round_count = round_count - 1 WHERE position = 1");

        Stored<NegotiationSnapshot> repaired = store.find(DAMAGED).orElseThrow();
        store.commit(Commit.of(Steps.events(repaired, NegotiationEvent.RECEIVE_REPLY)));
        assertEquals(2, store.find(DAMAGED).orElseThrow().revision());
    }

    @Test
    void aDamagedCampaignIsNamed() throws Exception {
        damage("UPDATE parley_campaigns SET budget = '9000.00'");

        assertThrows(UnreadableException.class, () -> store.findCampaign(Fixtures.CAMPAIGN));
        assertEquals(
                "campaign",
                store.campaigns(PageRequest.first(10)).unreadable().get(0).kind());
    }

    @Test
    void aDamagedAgreementMakesItsCampaignUnreadable() throws Exception {
        Stored<NegotiationSnapshot> sound = store.find(SOUND).orElseThrow();
        NegotiationChange agreed = Steps.events(sound, NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.ACCEPT);
        store.commit(Commit.of(agreed).withAgreements(List.of(Fixtures.agreement(agreed.snapshot(), "25.50"))));

        damage("UPDATE parley_agreements SET cpm = '92.50'");

        assertThrows(UnreadableException.class, () -> store.findCampaign(Fixtures.CAMPAIGN));
    }

    private void damage(String sql) throws Exception {
        try (Sql shell = Sql.on(directory.resolve("parley.db"))) {
            assertTrue(shell.run(sql) > 0, "the damage must hit a row");
        }
    }
}
