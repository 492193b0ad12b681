package dev.parley.persistence.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Durability;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Options;
import dev.parley.postgresql.server.PrivateServer;
import dev.parley.postgresql.server.TestSchema;
import dev.parley.testkit.Fixtures;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What durability rests on, on a server of the test's own that can be set and killed. */
class DurabilityTest {
    private static PrivateServer server;

    @BeforeAll
    static void start() throws Exception {
        server = PrivateServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static DataSource withoutWaiting(TestSchema schema) {
        return TestSchema.dataSource(schema.url() + "&options=-c%20synchronous_commit=off");
    }

    @Test
    void aCommitWaitsForTheDiskWhateverTheConnectionSays() throws Exception {
        try (TestSchema schema = TestSchema.create(server)) {
            assertEquals(
                    "on",
                    PostgresNegotiationStore.open(withoutWaiting(schema))
                            .examine()
                            .synchronousCommit());
            assertEquals(
                    "off",
                    PostgresNegotiationStore.open(
                                    withoutWaiting(schema), Options.defaults().durability(Durability.AS_CONFIGURED))
                            .examine()
                            .synchronousCommit(),
                    "unless it is told not to");
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesTheServersDeath() throws Exception {
        try (TestSchema schema = TestSchema.create(server);
                PostgresNegotiationStore store = PostgresNegotiationStore.open(withoutWaiting(schema))) {
            for (int i = 0; i < 50; i++) {
                store.commit(Commit.of(Fixtures.campaign(new CampaignId("c" + i))));
            }
            server.kill();
            StoreFailureException gone = assertThrows(
                    StoreFailureException.class, () -> store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN))));
            assertEquals(Outcome.NOT_WRITTEN, gone.outcome());
            server.restart();
            for (int i = 0; i < 50; i++) {
                assertTrue(store.findCampaign(new CampaignId("c" + i)).isPresent(), "campaign " + i);
            }
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        }
    }

    /** Also of a server that is set so while the store is open. */
    @Test
    void aServerThatDoesNotKeepItsWordIsRefused() throws Exception {
        for (String setting : new String[] {"fsync", "full_page_writes"}) {
            try (TestSchema schema = TestSchema.create(server);
                    PostgresNegotiationStore store = PostgresNegotiationStore.open(schema.dataSource())) {
                set(setting, "off");
                StoreFailureException refused = assertThrows(
                        StoreFailureException.class,
                        () -> store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN))));
                assertEquals(Outcome.NOT_WRITTEN, refused.outcome());
                assertTrue(refused.getMessage().contains("the server's " + setting + " is off"), refused.getMessage());
                assertThrows(StoreFailureException.class, () -> PostgresNegotiationStore.open(schema.dataSource()));
                set(setting, "on");
                store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            }
        }
    }

    private static void set(String setting, String value) throws Exception {
        server.kill();
        server.restart(setting, value);
    }
}
