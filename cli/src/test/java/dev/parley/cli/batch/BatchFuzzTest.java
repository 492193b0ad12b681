package dev.parley.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.cli.refusal.ErrorCode;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Durability;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever stands on a line, it gets exactly one answer with a code that is documented, and what is stored stays whole.
 * {@code -Dparley.fuzz=1000000} says more lines, {@code -Dparley.test.seed} says the same ones again.
 */
class BatchFuzzTest {
    private static final int LINES = Integer.getInteger("parley.fuzz", 20_000);
    private static final long SEED = Long.getLong("parley.test.seed", 20_260_301L);
    private static final int LINES_TO_A_WORLD = 400;

    /** One world in so many is a file. */
    private static final int FILES = 50;

    /** Refusals that so many lines cannot but meet, if they say what they are meant to. */
    private static final List<ErrorCode> MET = List.of(
            ErrorCode.BAD_REQUEST,
            ErrorCode.TOO_LARGE,
            ErrorCode.NOT_FOUND,
            ErrorCode.ALREADY_EXISTS,
            ErrorCode.THREAD_TAKEN,
            ErrorCode.ILLEGAL_TRANSITION,
            ErrorCode.ILLEGAL_DELIVERY,
            ErrorCode.STALE_REVISION);

    @TempDir
    Path directory;

    @Test
    void everyLineGetsOneAnswerWithAKnownCode() throws SQLException {
        SplittableRandom random = new SplittableRandom(SEED);
        FuzzJudge judge = new FuzzJudge();
        int said = 0;
        for (int world = 0; said < LINES; world++) {
            int lines = Math.min(LINES_TO_A_WORLD, LINES - said);
            try (NegotiationStore store = store(world)) {
                FuzzWorld told = new FuzzWorld(store, random.split(), judge);
                store.findQuarantined(1).ifPresent(row -> told.requests().exported(row.raw()));
                told.run(lines, "seed " + SEED + ", world " + world);
            }
            said += lines;
        }
        Map<String, Long> answers = judge.answers();
        System.out.println("FUZZ batch: seed " + SEED + ", " + LINES + " lines, answered " + answers);
        assertEquals(LINES, said);
        assertTrue(
                MET.stream().allMatch(code -> answers.containsKey(code.code())),
                () -> "some code was never given: " + answers);
    }

    private NegotiationStore store(int world) throws SQLException {
        return world % FILES == FILES - 1 ? damaged(directory.resolve(world + ".db")) : new InMemoryNegotiationStore();
    }

    /** A file with a negotiation that cannot be read and is in quarantine. */
    private static NegotiationStore damaged(Path file) throws SQLException {
        NegotiationStore store =
                SqliteNegotiationStore.open(file, Options.defaults().durability(Durability.OFF));
        Conversation conversation = new Conversation(store);
        FuzzRequests.BEGINNING.subList(0, 2).forEach(conversation::result);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE parley_negotiations SET context = '{'");
        }
        conversation.result("{\"op\":\"recover\"}");
        return store;
    }
}
