package dev.parley.persistence.sqlite;

import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.contract.NegotiationStoreContract;
import dev.parley.testkit.contract.ReopenableStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteNegotiationStoreTest implements NegotiationStoreContract, ReopenableStoreContract {
    @TempDir
    Path directory;

    @Override
    public NegotiationStore openStore() {
        return reopen();
    }

    @Override
    public NegotiationStore reopen() {
        return SqliteNegotiationStore.open(directory.resolve("parley.db"));
    }
}
