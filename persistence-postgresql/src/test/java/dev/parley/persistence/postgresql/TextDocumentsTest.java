package dev.parley.persistence.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Durability;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Options;
import dev.parley.postgresql.server.TestSchema;
import dev.parley.testkit.Fixtures;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Why documents are text here and not {@code jsonb}, and times text and not {@code timestamptz}. */
class TextDocumentsTest {
    @AutoClose
    private final TestSchema schema;

    @AutoClose
    private final Sql shell;

    TextDocumentsTest() throws SQLException {
        schema = TestSchema.create();
        shell = Sql.on(schema);
    }

    @Test
    void jsonbForgetsTheOrderOfKeysAndAllButTheLastOfTwoAlike() throws Exception {
        assertEquals(
                "{\"a\": 2, \"bb\": 3, \"ccc\": 1}",
                shell.value("SELECT '{\"ccc\":1,\"a\":1,\"bb\":3,\"a\":2}'::jsonb"));
    }

    @Test
    void jsonbWritesNumbersAnew() throws Exception {
        assertEquals("[1.10, 100, 0.010]", shell.value("SELECT '[1.10,1E+2,1.0e-2]'::jsonb"));
    }

    @Test
    void jsonbRefusesWhatIsLegal() {
        assertEquals("22P05", state("SELECT '\"a\\u0000b\"'::jsonb"), "U+0000");
        assertEquals("22003", state("SELECT '1E+1000000'::jsonb"), "a large exponent");
    }

    @Test
    void aTimestampRounds() throws Exception {
        assertEquals(
                "2025-01-01 00:00:00.123457+00",
                shell.value(
                        "SELECT ('2025-01-01T00:00:00.123456789Z'::timestamptz AT TIME ZONE 'UTC')::text || '+00'"));
    }

    @Test
    void textRefusesNulWhichTheStoreKeeps() throws Exception {
        assertEquals("22021", state("SELECT convert_from('\\x00'::bytea, 'UTF8')"));
        try (PostgresNegotiationStore store = PostgresNegotiationStore.open(
                schema.dataSource(), Options.defaults().durability(Durability.AS_CONFIGURED))) {
            CampaignSnapshot plain = Fixtures.campaign(Fixtures.CAMPAIGN);
            Attributes nul = Attributes.empty().with("a\u0000b", "\u0000");
            store.commit(Commit.of(plain));
            store.commit(Commit.of(NegotiationChange.opened(
                    Negotiation.open(new NegotiationId("n"), Fixtures.CAMPAIGN, null, nul, Fixtures.OPENED_AT)
                            .snapshot())));
        }
        assertTrue(
                shell.value("SELECT context FROM parley_negotiations").contains("a\\u0000b"),
                "as every program reads JSON");
    }

    /** Whatever the database sorts by: U+00DF comes behind z by its bytes, before it by a dictionary. */
    @Test
    void textIsComparedByItsBytes() throws Exception {
        try (PostgresNegotiationStore store = PostgresNegotiationStore.open(
                schema.dataSource(), Options.defaults().durability(Durability.AS_CONFIGURED))) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        }
        assertEquals(
                List.of(),
                shell.rows("SELECT a.attrelid::regclass, attname FROM pg_attribute AS a"
                        + " JOIN pg_class AS c ON c.oid = attrelid"
                        + " WHERE relnamespace = '" + schema.name() + "'::regnamespace AND relkind = 'r'"
                        + " AND atttypid = 'text'::regtype AND attcollation <> '\"C\"'::regcollation"));
    }

    private String state(String sql) {
        return assertThrows(SQLException.class, () -> shell.rows(sql)).getSQLState();
    }
}
