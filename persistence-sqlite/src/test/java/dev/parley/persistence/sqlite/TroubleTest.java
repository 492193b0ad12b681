package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import dev.parley.testkit.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the world does to a file while a store has it open. */
class TroubleTest {
    private static final CampaignSnapshot FIRST = Fixtures.campaign(new CampaignId("first"));
    private static final CampaignSnapshot SECOND = Fixtures.campaign(new CampaignId("second"));

    @TempDir
    Path directory;

    @Test
    void anotherWriterThatHoldsTheFileTooLongIsReportedBusyAndNothingIsWritten() throws Exception {
        Path file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store =
                        SqliteNegotiationStore.open(file, Options.defaults().busyTimeout(Duration.ofMillis(30)));
                Sql other = Sql.on(file)) {
            other.run("BEGIN IMMEDIATE");
            assertThrows(StoreBusyException.class, () -> store.commit(Commit.of(FIRST)));
            assertTrue(store.findCampaign(FIRST.id()).isEmpty(), "reading goes on, and finds nothing");
            other.run("ROLLBACK");

            store.commit(Commit.of(FIRST));

            assertEquals(FIRST, store.findCampaign(FIRST.id()).orElseThrow());
        }
    }

    @Test
    void aCommitIntoAFileThatWasRemovedIsNotAcknowledged() throws Exception {
        Path file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(FIRST));
            Files.delete(file);

            StoreFailureException failure =
                    assertThrows(StoreFailureException.class, () -> store.commit(Commit.of(SECOND)));

            assertTrue(failure.getMessage().contains("removed or replaced"), failure.getMessage());
            assertEquals(StoreFailureException.Outcome.UNKNOWN, failure.outcome());
        }
    }

    @Test
    void aCommitIntoAFileThatWasReplacedIsNotAcknowledged() throws Exception {
        Path file = directory.resolve("parley.db");
        Path other = directory.resolve("other.db");
        SqliteNegotiationStore.open(other).close();
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(FIRST));
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

            assertThrows(StoreFailureException.class, () -> store.commit(Commit.of(SECOND)));
        }
    }

    @Test
    void aFileThatWasReplacedBeforeTheFirstCommitIsNotWrittenTo() throws Exception {
        Path file = directory.resolve("parley.db");
        Path other = directory.resolve("other.db");
        SqliteNegotiationStore.open(other).close();
        byte[] before = Files.readAllBytes(other);
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

            StoreFailureException failure =
                    assertThrows(StoreFailureException.class, () -> store.commit(Commit.of(FIRST)));

            assertEquals(StoreFailureException.Outcome.NOT_WRITTEN, failure.outcome());
            assertThrows(StoreFailureException.class, () -> store.findCampaign(FIRST.id()));
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aStoreWorksAfterARefusedStatement() throws Exception {
        Path file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file);
                Sql shell = Sql.on(file)) {
            shell.run("CREATE TRIGGER sabotage BEFORE INSERT ON parley_campaigns BEGIN SELECT raise(ABORT, 'no'); END");
            StoreFailureException failure =
                    assertThrows(StoreFailureException.class, () -> store.commit(Commit.of(FIRST)));
            assertEquals(StoreFailureException.Outcome.NOT_WRITTEN, failure.outcome());
            shell.run("DROP TRIGGER sabotage");

            store.commit(Commit.of(FIRST));

            assertTrue(store.findCampaign(FIRST.id()).isPresent());
        }
    }
}
