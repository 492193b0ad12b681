package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is forgotten of ended negotiations, where only the file shows it. */
class RetentionTest {
    private static final Instant LATER = Fixtures.OPENED_AT.plusSeconds(600);

    @TempDir
    Path directory;

    private SqliteNegotiationStore store;

    @BeforeEach
    void twoHaveEndedAtOneMinutePastAndOneHasNot() {
        store = SqliteNegotiationStore.open(directory.resolve("parley.db"));
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        handled("n-1", NegotiationState.REJECTED);
        handled("n-2", NegotiationState.STOPPED);
        handled("n-3", NegotiationState.STALE);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void onlyTheEndedAreForgottenAndWhatTheyOweIsNot() throws Exception {
        assertEquals(2, store.forgetHandled(LATER, 10));

        assertEquals(List.of("3"), rows("SELECT negotiation FROM parley_inbound_messages"));
        assertEquals(List.of("3"), rows("SELECT negotiation FROM parley_steps"));
        assertEquals(3, rows("SELECT message FROM parley_deliveries").size());
        assertEquals(0, store.forgetHandled(LATER, 10));
    }

    @Test
    void aDamagedOneIsLeftAsItIsAndTakesNobodysPlace() throws Exception {
        damage("UPDATE parley_negotiations SET round_count = 9 WHERE position = 1");

        assertEquals(1, store.forgetHandled(LATER, 1));

        assertEquals(List.of("1", "3"), rows("SELECT negotiation FROM parley_steps ORDER BY negotiation"));
        assertEquals(0, store.forgetHandled(LATER, 1));
    }

    @Test
    void oneInFlightThatIsMarkedAsEndedIsNotForgotten() throws Exception {
        damage("UPDATE parley_negotiations SET active = 0 WHERE position = 3");

        store.forgetHandled(LATER, 10);

        assertEquals(1, store.handledBy(new NegotiationId("n-3")).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-01T09:31:00.123456Z", "2025-03-01T09:31:00Z", "2025-03-01T09:31:00.123Z"})
    void oneThatEndedThenOrLaterIsKept(Instant endedBefore) {
        assertEquals(0, store.forgetHandled(endedBefore, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-01T09:31:00.123457Z", "2025-03-01T09:31:00.124Z", "2025-03-01T09:31:01Z"})
    void oneThatEndedBeforeIsForgotten(Instant endedBefore) {
        assertEquals(2, store.forgetHandled(endedBefore, 10));
    }

    private void handled(String negotiation, NegotiationState state) {
        NegotiationId id = new NegotiationId(negotiation);
        NegotiationChange opened = NegotiationChange.opened(
                Fixtures.negotiation(negotiation, state).snapshot());
        store.commit(Commit.of(opened)
                .withMessages(List.of(Fixtures.inbound("in", id)), List.of(Fixtures.outbound("out-" + negotiation, id)))
                .named(Fixtures.step("step")));
    }

    private List<String> rows(String sql) throws Exception {
        try (Sql shell = Sql.on(directory.resolve("parley.db"))) {
            return shell.rows(sql);
        }
    }

    private void damage(String sql) throws Exception {
        try (Sql shell = Sql.on(directory.resolve("parley.db"))) {
            assertTrue(shell.run(sql) > 0, "the damage must hit a row");
        }
    }
}
