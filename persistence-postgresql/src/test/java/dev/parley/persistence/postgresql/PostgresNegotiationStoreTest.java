package dev.parley.persistence.postgresql;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Durability;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Options;
import dev.parley.postgresql.server.TestSchema;
import dev.parley.testkit.contract.NegotiationStoreContract;
import dev.parley.testkit.contract.ReopenableStoreContract;
import dev.parley.testkit.contract.copying.CopyableStoreContract;
import dev.parley.testkit.contract.recovery.DamagedRowsContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;

class PostgresNegotiationStoreTest
        implements NegotiationStoreContract, ReopenableStoreContract, DamagedRowsContract, CopyableStoreContract {
    @AutoClose
    private final TestSchema schema;

    PostgresNegotiationStoreTest() throws SQLException {
        schema = TestSchema.create();
    }

    @Override
    public PostgresNegotiationStore openStore() {
        return reopen();
    }

    @Override
    public PostgresNegotiationStore reopen() {
        return PostgresNegotiationStore.open(
                SharedPool.get(),
                Options.defaults().durability(Durability.AS_CONFIGURED).schema(schema.name()));
    }

    @Override
    public void damage(NegotiationId id) throws SQLException {
        countRounds("+ 1", id);
    }

    @Override
    public void repair(NegotiationId id) throws SQLException {
        countRounds("- 1", id);
    }

    private void countRounds(String more, NegotiationId id) throws SQLException {
        schema.execute("UPDATE parley_negotiations SET round_count = round_count " + more + " WHERE negotiation_id = '"
                + id + "'");
    }
}
