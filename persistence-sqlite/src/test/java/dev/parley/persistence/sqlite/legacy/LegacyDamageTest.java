package dev.parley.persistence.sqlite.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.persistence.sqlite.legacy.LegacyDatabase.Report;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a byte of a row turns into, the row is imported or named, and its neighbours are imported. */
class LegacyDamageTest {
    private static final int ROWS = 3_000;
    private static final List<LegacyColumn> COLUMNS = List.of(LegacyColumn.values());

    @TempDir
    private Path directory;

    @Test
    void anyByteOfAnyColumnMayBeWrong() throws Exception {
        long seed = Long.getLong("parley.test.seed", 1L);
        Random random = new Random(seed);
        try (LegacyFile source = LegacyFile.createLax(directory.resolve("legacy.db"));
                InMemoryNegotiationStore store = new InMemoryNegotiationStore()) {
            source.execute("BEGIN").with(LegacyFile.row("sound-1"));
            for (int i = 0; i < ROWS; i++) {
                source.with(row("broken-" + i));
                LegacyColumn column = COLUMNS.get(random.nextInt(COLUMNS.size()));
                source.execute("UPDATE negotiation_state SET " + column.code() + " = CAST(x'"
                        + damaged(row("broken-" + i).get(column), random) + "' AS TEXT) WHERE rowid = "
                        + (i + 2));
            }
            source.with(LegacyFile.row("sound-2")).execute("COMMIT");

            Report report = source.read().importInto(store);

            long refused = report.findings().stream()
                    .filter(finding -> !finding.imported())
                    .count();
            assertEquals(ROWS + 2, report.negotiations() + refused, "seed " + seed);
            assertTrue(
                    report.findings().stream()
                            .noneMatch(finding -> finding.row().startsWith("sound")),
                    "seed " + seed);
        }
    }

    private static Map<LegacyColumn, @Nullable Object> row(String thread) {
        Map<LegacyColumn, @Nullable Object> row = LegacyFile.row(thread);
        row.put(LegacyColumn.TRACKER, LegacyFile.tracker("spring-" + thread, "25.50"));
        row.put(LegacyColumn.CAMPAIGN, LegacyFile.campaign("spring-" + thread));
        return row;
    }

    private static String damaged(@Nullable Object value, Random random) {
        byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return HexFormat.of().formatHex(bytes);
    }
}
