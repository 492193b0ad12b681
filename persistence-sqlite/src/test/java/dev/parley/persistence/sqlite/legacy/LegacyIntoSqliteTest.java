package dev.parley.persistence.sqlite.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.legacy.LegacyDatabase.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import as it is used: from one file into another. */
class LegacyIntoSqliteTest {
    @TempDir
    private Path directory;

    @Test
    void whatWasReadStandsInTheNewFile() throws Exception {
        LegacyDatabase legacy = LegacyDatabase.read(LegacyConformanceTest.file());
        Path file = directory.resolve("parley.db");
        try (NegotiationStore store = SqliteNegotiationStore.open(file)) {
            assertEquals(new Report(6, 240, 0, List.of()), legacy.importInto(store));
        }

        try (NegotiationStore store = SqliteNegotiationStore.open(file)) {
            for (NegotiationSnapshot negotiation : legacy.negotiations()) {
                assertEquals(
                        new Stored<>(negotiation, 1),
                        store.find(negotiation.id()).orElseThrow());
            }
            for (CampaignSnapshot campaign : legacy.campaigns()) {
                assertEquals(campaign, store.findCampaign(campaign.id()).orElseThrow());
            }
            assertEquals(new Report(0, 0, 240, List.of()), legacy.importInto(store));
        }
    }
}
