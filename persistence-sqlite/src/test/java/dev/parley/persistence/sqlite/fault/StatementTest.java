package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A commit that ends at one of its statements, by a refusal or by death, leaves nothing; the same commit then works. */
class StatementTest {
    private static final Fault FAULT = Fault.named("end at a statement");
    private static final String REFUSE = "SELECT raise(ABORT, 'sabotage')";
    private static final String HANG = "SELECT count(*) FROM (WITH RECURSIVE n (i) AS "
            + "(SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n LIMIT 1000000000000)";
    private static final NegotiationId ID = new NegotiationId("n.0");

    @TempDir
    Path directory;

    private Path original;

    @BeforeEach
    void writeALifeUpToItsLastStep() {
        original = directory.resolve("original.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(original)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            new Writing(store, "n").steps((int) Life.LAST - 1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.persistence.sqlite.fault.StatementPoints#all")
    void refusedLeavesNothing(String point) throws Exception {
        Path file = StatementPoints.sabotaged(original, directory.resolve("refused.db"), point, REFUSE);
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            Commit last = Life.next(store.find(ID).orElseThrow(), "n");
            StoreFailureException refused = assertThrows(StoreFailureException.class, () -> store.commit(last));
            assertEquals(Outcome.NOT_WRITTEN, refused.outcome());
            assertEquals(Life.LAST - 1, Audit.of(store, file).revision("n.0"));
            StatementPoints.repair(file);
            store.commit(last);
        }
        assertEquals(Life.LAST, Audit.of(file).revision("n.0"));
    }

    @Test
    void killedLeavesNothing() throws Exception {
        List<Path> files = new ArrayList<>();
        for (String point : StatementPoints.all().toList()) {
            files.add(StatementPoints.sabotaged(original, directory.resolve(files.size() + ".db"), point, HANG));
        }
        List<String> said = new ArrayList<>();
        try (ChildJvm child = ChildJvm.start(directory.resolve("child"), StuckMain.class, files.toArray())) {
            while (said.size() < files.size()) {
                said.add(child.line().orElseThrow(() -> new AssertionError(child.lastWords())));
            }
            for (Path file : files) {
                child.awaits(() -> Sql.isBeingWritten(file));
            }
            child.kill();
            child.line().ifPresent(said::add);
        }
        assertTrue(said.stream().allMatch(line -> line.startsWith("going")), said.toString());
        for (Path file : files) {
            assertEquals(Life.LAST - 1, Audit.of(file).revision("n.0"), "nothing of the commit is there");
            StatementPoints.repair(file);
            try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
                store.commit(Life.next(store.find(ID).orElseThrow(), "n"));
            }
            assertEquals(Life.LAST, Audit.of(file).revision("n.0"), "and the same commit works");
        }
        FAULT.ran("a commit killed at " + files.size() + " points, nothing of it left, and taken again");
    }
}
