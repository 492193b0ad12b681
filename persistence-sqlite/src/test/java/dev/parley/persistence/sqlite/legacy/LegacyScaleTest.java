package dev.parley.persistence.sqlite.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.port.NegotiationStore;
import dev.parley.persistence.sqlite.legacy.LegacyDatabase.Report;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Size: many rows, of which each carries its copy of a campaign. */
class LegacyScaleTest {
    private static final int ROWS = 20_000;

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void manyRowsTakeSeconds() throws Exception {
        try (LegacyFile source = LegacyFile.create(directory.resolve("legacy.db"));
                NegotiationStore store = new InMemoryNegotiationStore()) {
            source.execute("BEGIN");
            for (int i = 0; i < ROWS; i++) {
                String[] agreed = Collections.nCopies(i * 60 / ROWS, "25.50").toArray(new String[0]);
                source.with("t-" + i, LegacyColumn.TRACKER, LegacyFile.tracker("spring", agreed));
            }
            source.execute("COMMIT");

            LegacyDatabase legacy = source.read();

            assertEquals(new Report(1, ROWS, 0, List.of()), legacy.importInto(store));
            assertEquals(new Report(0, 0, ROWS, List.of()), legacy.importInto(store));
        }
    }
}
