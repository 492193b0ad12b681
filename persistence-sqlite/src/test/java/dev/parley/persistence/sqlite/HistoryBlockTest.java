package dev.parley.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Durability;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A history on its way through the negotiation's own row into blocks that are written once. */
class HistoryBlockTest {
    private static final NegotiationId ID = new NegotiationId("n-1");

    @TempDir
    Path directory;

    private SqliteNegotiationStore store;
    private Sql shell;

    @BeforeEach
    void open() throws Exception {
        Path file = directory.resolve("parley.db");
        store = SqliteNegotiationStore.open(file, Options.defaults().durability(Durability.OFF));
        shell = Sql.on(file);
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
    }

    @AfterEach
    void close() throws Exception {
        shell.close();
        store.close();
    }

    @Test
    void whateverIsAppendedAtOnceComesBack() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int walk = 0; walk < 40; walk++) {
            String id = "walk-" + walk;
            Stored<NegotiationSnapshot> stored = opened(id, random.nextInt(50));
            while (stored.value().history().size() < 100) {
                stored = step(stored, 1 + random.nextInt(20));
                assertEquals(stored, store.find(stored.value().id()).orElseThrow(), "seed " + seed);
            }
            assertEquals(plain(stored.value()), history(id), "seed " + seed);
        }
    }

    @Test
    void eachEntryAloneComesBackAcrossTheBoundaries() throws Exception {
        Stored<NegotiationSnapshot> stored = opened(ID.value(), 0);
        for (int length = 1; length <= 3 * HistoryBlockRow.SIZE + 1; length++) {
            stored = step(stored, 1);

            assertEquals(stored, store.find(ID).orElseThrow());
            assertEquals(
                    "" + length / HistoryBlockRow.SIZE,
                    shell.rows("SELECT count(*) FROM parley_history_blocks").get(0));
        }
        assertEquals(plain(stored.value()), history(ID.value()));
    }

    @Test
    void aFullBlockIsNeverWrittenAgain() throws Exception {
        Stored<NegotiationSnapshot> stored = opened(ID.value(), 2 * HistoryBlockRow.SIZE);
        List<String> blocks = shell.rows("SELECT * FROM parley_history_blocks");
        shell.run(
                "CREATE TRIGGER frozen BEFORE UPDATE ON parley_history_blocks BEGIN SELECT RAISE(ABORT, 'frozen'); END");

        stored = step(step(stored, HistoryBlockRow.SIZE - 1), 1);

        assertEquals(blocks, shell.rows("SELECT * FROM parley_history_blocks WHERE block < 2"));
        assertEquals(stored, store.find(ID).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 22, 23})
    void theLastStepMayFillABlockToo(int length) {
        Stored<NegotiationSnapshot> stored = opened(ID.value(), length);

        NegotiationChange stopped = Steps.events(stored, NegotiationEvent.STOP);
        store.commit(Commit.of(stopped));

        assertEquals(stopped.snapshot(), store.find(ID).orElseThrow().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE parley_history_blocks SET entries = replace(entries, 'pause', 'stop') WHERE block = 0",
                "UPDATE parley_history_blocks SET block = 7 WHERE block = 0",
                "UPDATE parley_history_blocks SET checksum = checksum + 1 WHERE block = 1",
                "DELETE FROM parley_history_blocks WHERE block = 1",
                "DELETE FROM parley_history_blocks",
            })
    void aBlockThatIsDamagedOrMissingIsNoticed(String damage) throws Exception {
        opened(ID.value(), 40);

        assertTrue(shell.run(damage) > 0);

        assertThrows(UnreadableException.class, () -> store.find(ID));
        assertTrue(store.examine().isDamaged());
    }

    @Test
    void blocksGoWithTheirNegotiation() throws Exception {
        Stored<NegotiationSnapshot> stored = opened(ID.value(), 40);

        store.delete(ID, stored.revision());

        assertEquals(List.of(), shell.rows("SELECT * FROM parley_history_blocks"));
        Stored<NegotiationSnapshot> again = opened(ID.value(), 17);
        assertEquals(again, store.find(ID).orElseThrow());
    }

    private Stored<NegotiationSnapshot> opened(String id, int length) {
        NegotiationChange opened = NegotiationChange.opened(Fixtures.negotiation(id)
                .on(heldAndReleased(0, length), Fixtures.OPENED_AT, "because")
                .snapshot());
        store.commit(Commit.of(opened));
        return new Stored<>(opened.snapshot(), opened.newRevision());
    }

    private Stored<NegotiationSnapshot> step(Stored<NegotiationSnapshot> before, int entries) {
        List<NegotiationEvent> events = heldAndReleased(before.value().history().size(), entries);
        NegotiationChange change = Steps.events(before, events.toArray(new NegotiationEvent[0]));
        store.commit(Commit.of(change));
        return new Stored<>(change.snapshot(), change.newRevision());
    }

    private static List<NegotiationEvent> heldAndReleased(int from, int length) {
        List<NegotiationEvent> events = new ArrayList<>();
        for (int i = from; i < from + length; i++) {
            events.add(i % 2 == 0 ? NegotiationEvent.PAUSE : NegotiationEvent.RESUME);
        }
        return events;
    }

    /** The history as a human sees it. */
    private List<String> history(String id) throws Exception {
        return shell.rows("SELECT sequence, from_state, event, to_state, at, cause FROM parley_history"
                + " WHERE negotiation_id = '" + id + "'");
    }

    private static List<String> plain(NegotiationSnapshot snapshot) {
        List<String> rows = new ArrayList<>();
        for (HistoryEntry entry : snapshot.history()) {
            rows.add(String.join(
                    "|",
                    "" + entry.sequence(),
                    entry.sequence() == 1 ? "null" : entry.transition().from().code(),
                    entry.transition().event().code(),
                    entry.transition().to().code(),
                    String.valueOf(entry.at()),
                    String.valueOf(entry.cause())));
        }
        return rows;
    }
}
