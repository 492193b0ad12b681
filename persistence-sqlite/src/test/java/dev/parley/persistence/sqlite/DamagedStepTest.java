package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableException;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step that cannot be read passes neither for another one nor for none. */
class DamagedStepTest {
    private static final NegotiationId ID = new NegotiationId("n-1");

    @TempDir
    Path directory;

    private SqliteNegotiationStore store;
    private Stored<NegotiationSnapshot> stored;

    @BeforeEach
    void commitTwoSteps() {
        store = SqliteNegotiationStore.open(directory.resolve("parley.db"));
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        NegotiationChange opened =
                NegotiationChange.opened(Fixtures.negotiation("n-1").snapshot());
        store.commit(Commit.of(opened).named(Fixtures.step("first")));
        NegotiationChange changed = Steps.context(store.find(ID).orElseThrow(), "a", 1L);
        store.commit(Commit.of(changed).named(Fixtures.step("second")));
        stored = store.find(ID).orElseThrow();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fingerprint = 'another'",
                "revision = 7",
                "state = 'from_the_future'",
                "at = '2020-01-01T00:00:00Z'",
                "checksum = checksum + 1"
            })
    void isNamedAndIsNotCommittedAgain(String damage) throws Exception {
        try (Sql shell = Sql.on(directory.resolve("parley.db"))) {
            assertEquals(1, shell.run("UPDATE parley_steps SET " + damage + " WHERE idempotency_key = 'first'"));
        }

        UnreadableException asked =
                assertThrows(UnreadableException.class, () -> store.findStep(ID, new IdempotencyKey("first")));
        Commit again = Commit.of(Steps.context(stored, "b", 1L)).named(Fixtures.step("first"));
        UnreadableException refused = assertThrows(UnreadableException.class, () -> store.commit(again));

        assertEquals("step", asked.row().kind());
        assertEquals(1, asked.row().position());
        assertEquals("first", asked.row().id());
        assertEquals(asked.row(), refused.row());
        assertEquals(stored, store.find(ID).orElseThrow(), "nothing was written");
        assertTrue(store.findStep(ID, new IdempotencyKey("second")).isPresent());
    }
}
