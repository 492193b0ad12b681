package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
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
                "DELETE FROM parley_steps WHERE negotiation = 1",
                "DELETE FROM parley_inbound_messages WHERE negotiation = 1 AND message_id = 'in-8'",
                "DELETE FROM parley_outbound_messages WHERE message_id = 'n.0-out-8'",
                "UPDATE parley_negotiations SET latest_history = '[]'",
                "DELETE FROM parley_agreements",
                "DELETE FROM parley_negotiations",
                "UPDATE parley_steps SET idempotency_key = 'step-9' WHERE negotiation = 1 AND revision = 8"
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

    @Test
    void findsAThreadThatWasBoundWithoutTheRecordOfSending() throws Exception {
        assertThrows(AssertionError.class, () -> afterRecording(record -> record.withDeliveries(List.of())));
    }

    @Test
    void findsARecordOfSendingWithoutTheThread() throws Exception {
        assertThrows(
                AssertionError.class,
                () -> afterRecording(record -> Commit.of(record.deliveries().get(0))));
    }

    @Test
    void findsNothingWhereBothAreThere() throws Exception {
        assertEquals(Life.BOUND, afterRecording(record -> record).revision("n.0"));
    }

    private Audit afterRecording(UnaryOperator<Commit> part) throws Exception {
        Path file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            Writing writing = new Writing(store, "n");
            writing.steps((int) Life.OFFERED);
            Stored<NegotiationSnapshot> offered = writing.acknowledged();
            store.commit(part.apply(Life.next(offered, "n")));
        }
        return Audit.of(file);
    }
}
