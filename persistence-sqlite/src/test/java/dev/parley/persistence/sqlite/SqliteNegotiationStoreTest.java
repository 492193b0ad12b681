package dev.parley.persistence.sqlite;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.testkit.contract.NegotiationStoreContract;
import dev.parley.testkit.contract.ReopenableStoreContract;
import dev.parley.testkit.contract.copying.CopyableStoreContract;
import dev.parley.testkit.contract.recovery.DamagedRowsContract;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

class SqliteNegotiationStoreTest
        implements NegotiationStoreContract, ReopenableStoreContract, DamagedRowsContract, CopyableStoreContract {
    @TempDir
    Path directory;

    @Override
    public SqliteNegotiationStore openStore() {
        return reopen();
    }

    @Override
    public SqliteNegotiationStore reopen() {
        return SqliteNegotiationStore.open(file());
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
        try (Sql sql = Sql.on(file())) {
            sql.run("UPDATE parley_negotiations SET round_count = round_count " + more + " WHERE negotiation_id = '"
                    + id + "'");
        }
    }

    private Path file() {
        return directory.resolve("parley.db");
    }
}
