package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.port.Commit;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Control of every test that audits a file: a commit with any one part missing is found. */
class AuditBitesTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM parley_steps WHERE negotiation = 1 AND revision = 8",
                "DELETE FROM parley_inbound_messages WHERE negotiation = 1 AND message_id = 'in-8'",
                "DELETE FROM parley_outbound_messages WHERE message_id = 'n.0-out-8'",
                "DELETE FROM parley_transitions WHERE negotiation = 1 AND sequence = 7",
                "DELETE FROM parley_agreements",
                "DELETE FROM parley_negotiations",
                "INSERT INTO parley_steps VALUES (1, 'step-9', 9)"
            })
    void findsATornCommit(String damage) throws Exception {
        Path file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            new Writing(store, "n").steps((int) Life.LAST);
        }
        assertEquals(Life.LAST, Audit.of(file).revision("n.0"));

        Sql.run(file, damage);

        assertThrows(AssertionError.class, () -> Audit.of(file));
    }
}
