package dev.parley.persistence.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Durability;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Options;
import dev.parley.postgresql.server.TestSchema;
import dev.parley.testkit.Fixtures;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.jdbc.PgConnection;

/** A connection that dies: before COMMIT nothing was written, in COMMIT nobody knows, and what is read then holds. */
class LostCommitTest {
    private static final CampaignId CAMPAIGN = Fixtures.CAMPAIGN;

    @AutoClose
    private final TestSchema schema;

    private final AtomicBoolean dying = new AtomicBoolean();

    LostCommitTest() throws SQLException {
        schema = TestSchema.create();
    }

    private PostgresNegotiationStore storeWhose(String method, ProxiedDataSource.Instead death) {
        return PostgresNegotiationStore.open(
                ProxiedDataSource.of(schema.dataSource(), (real, called, arguments) -> {
                    if (called.getName().equals(method) && dying.compareAndSet(true, false)) {
                        return death.of(real, called, arguments);
                    }
                    return called.invoke(real, arguments);
                }),
                Options.defaults().durability(Durability.AS_CONFIGURED));
    }

    private StoreFailureException failing(PostgresNegotiationStore store) {
        dying.set(true);
        return assertThrows(StoreFailureException.class, () -> store.commit(Commit.of(Fixtures.campaign(CAMPAIGN))));
    }

    private static SQLException lost() {
        return new SQLException("the connection was lost", "08006");
    }

    /** The server commits, and its answer does not arrive. */
    @Test
    void aCommitWhoseAnswerIsLostIsUnknownAndFound() throws Exception {
        try (PostgresNegotiationStore store = storeWhose("commit", (real, method, arguments) -> {
            method.invoke(real, arguments);
            throw lost();
        })) {
            assertEquals(Outcome.UNKNOWN, failing(store).outcome());
            assertTrue(store.findCampaign(CAMPAIGN).isPresent());
        }
    }

    /** COMMIT does not arrive: the server goes on believing in the connection, and would for hours. */
    @Test
    void aCommitThatDidNotArriveIsUnknownAndEndedBeforeAnythingIsRead() throws Exception {
        try (DeadLine line = new DeadLine(schema.dataSource());
                PostgresNegotiationStore store = PostgresNegotiationStore.open(
                        line.dataSource(), Options.defaults().durability(Durability.AS_CONFIGURED))) {
            line.cutInCommit();
            StoreFailureException failure = assertThrows(
                    StoreFailureException.class, () -> store.commit(Commit.of(Fixtures.campaign(CAMPAIGN))));
            assertEquals(Outcome.UNKNOWN, failure.outcome());
            assertTrue(line.isHeldByTheServer(), "the transaction is there, with its locks");

            assertFalse(store.findCampaign(CAMPAIGN).isPresent());

            assertFalse(line.isHeldByTheServer(), "it can never be committed any more");
            store.commit(Commit.of(Fixtures.campaign(CAMPAIGN)));
            assertTrue(store.findCampaign(CAMPAIGN).isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "23505", "25P02"})
    void aCommitThatTheServerRefusedIsNotWritten(String state) throws Exception {
        try (PostgresNegotiationStore store = storeWhose("commit", (real, method, arguments) -> {
            real.rollback();
            throw new SQLException("refused", state);
        })) {
            dying.set(true);
            try {
                store.commit(Commit.of(Fixtures.campaign(CAMPAIGN)));
            } catch (StoreFailureException refused) {
                assertEquals(Outcome.NOT_WRITTEN, refused.outcome());
                store.commit(Commit.of(Fixtures.campaign(CAMPAIGN)));
            }
            assertTrue(store.findCampaign(CAMPAIGN).isPresent());
        }
    }

    /** A rule that the server looks at only when it commits. */
    @Test
    void aCommitThatATriggerOfTheAppRefusesIsNotWritten() throws Exception {
        try (PostgresNegotiationStore store = PostgresNegotiationStore.open(
                schema.dataSource(), Options.defaults().durability(Durability.AS_CONFIGURED))) {
            schema.execute("CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql"
                    + " AS 'BEGIN RAISE EXCEPTION ''not today''; END'");
            schema.execute("CREATE CONSTRAINT TRIGGER no AFTER INSERT ON parley_campaigns DEFERRABLE INITIALLY DEFERRED"
                    + " FOR EACH ROW EXECUTE FUNCTION no()");
            StoreFailureException refused = assertThrows(
                    StoreFailureException.class, () -> store.commit(Commit.of(Fixtures.campaign(CAMPAIGN))));
            assertEquals(Outcome.NOT_WRITTEN, refused.outcome());
            assertTrue(store.findCampaign(CAMPAIGN).isEmpty());
        }
    }

    /** The server itself ends the connection, between two statements. */
    @Test
    void aConnectionThatDiesBeforeCommitHasWrittenNothing() throws Exception {
        try (PostgresNegotiationStore store = storeWhose("prepareStatement", (real, method, arguments) -> {
            try (Sql shell = Sql.on(schema)) {
                shell.run("SELECT pg_terminate_backend("
                        + real.unwrap(PgConnection.class).getBackendPID() + ")");
            }
            return real.prepareStatement((String) arguments[0]);
        })) {
            assertEquals(Outcome.NOT_WRITTEN, failing(store).outcome());
            assertFalse(store.findCampaign(CAMPAIGN).isPresent());
            store.commit(Commit.of(Fixtures.campaign(CAMPAIGN)));
        }
    }

    /** The server itself ends the connection before COMMIT reaches it. */
    @Test
    void aConnectionThatDiesInCommitIsUnknownAndWhatIsReadHolds() throws Exception {
        try (PostgresNegotiationStore store = storeWhose("commit", (real, method, arguments) -> {
            try (Sql shell = Sql.on(schema)) {
                shell.run("SELECT pg_terminate_backend("
                        + real.unwrap(PgConnection.class).getBackendPID() + ")");
            }
            real.commit();
            throw new AssertionError("the connection lives");
        })) {
            assertEquals(Outcome.UNKNOWN, failing(store).outcome());
            assertFalse(store.findCampaign(CAMPAIGN).isPresent());
        }
    }
}
