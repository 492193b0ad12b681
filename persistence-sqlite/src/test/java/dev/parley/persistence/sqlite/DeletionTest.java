package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeletionTest {
    @TempDir
    Path directory;

    @Test
    void leavesNoRowOfANegotiationInAnyTable() throws Exception {
        Path file = directory.resolve("parley.db");
        NegotiationId id = new NegotiationId("n-1");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file);
                Sql shell = Sql.on(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            List<String> before = rowsByTable(shell);
            NegotiationChange opened =
                    NegotiationChange.opened(Fixtures.negotiation("n-1").snapshot());
            store.commit(Commit.of(opened)
                    .withMessages(List.of(Fixtures.inbound("in", id)), List.of(Fixtures.outbound("out", id)))
                    .named(Fixtures.step("step")));

            store.delete(id, 1);

            assertEquals(before, rowsByTable(shell));
        }
    }

    private static List<String> rowsByTable(Sql shell) throws Exception {
        List<String> counts = shell.rows("SELECT format('SELECT %Q, count(*) FROM %s', name, name) FROM sqlite_schema"
                + " WHERE type = 'table' ORDER BY name");
        return shell.rows(String.join(" UNION ALL ", counts));
    }
}
