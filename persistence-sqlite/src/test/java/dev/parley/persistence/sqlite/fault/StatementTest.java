package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.ChildJvm;
import dev.parley.crash.Fault;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A step, a claim or a record that ends at one of its statements, by a refusal or by death, leaves nothing; the same then
 * works.
 */
class StatementTest {
    private static final Fault FAULT = Fault.named("end at a statement");
    private static final String REFUSE = "SELECT raise(ABORT, 'sabotage')";
    private static final String HANG = "SELECT count(*) FROM (WITH RECURSIVE n (i) AS "
            + "(SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n LIMIT 1000000000000)";

    @TempDir
    Path directory;

    private final Map<Deed, Path> originals = new EnumMap<>(Deed.class);
    private final Map<Deed, Audit> before = new EnumMap<>(Deed.class);

    @BeforeEach
    void writeALifeUpToEachDeed() throws Exception {
        for (Deed deed : Deed.values()) {
            Path original = directory.resolve(deed + ".db");
            try (SqliteNegotiationStore store = SqliteNegotiationStore.open(original)) {
                store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
                new Writing(store, "n").steps((int) deed.from());
            }
            originals.put(deed, original);
            before.put(deed, Audit.of(original));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.persistence.sqlite.fault.StatementPoint#all")
    void refusedLeavesNothing(StatementPoint point) throws Exception {
        Deed deed = point.deed();
        Path file = point.sabotaged(originals.get(deed), directory.resolve("refused.db"), REFUSE);
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            StoreFailureException refused = assertThrows(StoreFailureException.class, () -> deed.doIt(store));
            assertEquals(Outcome.NOT_WRITTEN, refused.outcome());
            assertEquals(before.get(deed), Audit.of(store, file));
            StatementPoint.repair(file);
            deed.doIt(store);
        }
        assertTrue(deed.isDone(Audit.of(file)));
    }

    @Test
    void killedLeavesNothing() throws Exception {
        Map<Path, Deed> files = new LinkedHashMap<>();
        List<Object> arguments = new ArrayList<>();
        for (StatementPoint point : StatementPoint.all().toList()) {
            Path copy = directory.resolve(files.size() + ".db");
            files.put(point.sabotaged(originals.get(point.deed()), copy, HANG), point.deed());
            arguments.addAll(List.of(point.deed(), copy));
        }
        List<String> said = new ArrayList<>();
        try (ChildJvm child = ChildJvm.start(directory.resolve("child"), StuckMain.class, arguments.toArray())) {
            while (said.size() < files.size()) {
                said.add(child.line().orElseThrow(() -> new AssertionError(child.lastWords())));
            }
            for (Path file : files.keySet()) {
                child.awaits(() -> Sql.isBeingWritten(file));
            }
            child.kill();
            child.line().ifPresent(said::add);
        }
        assertTrue(said.stream().allMatch(line -> line.startsWith("going")), said.toString());
        for (Map.Entry<Path, Deed> each : files.entrySet()) {
            Path file = each.getKey();
            Deed deed = each.getValue();
            Audit after = Audit.of(file);
            assertEquals(before.get(deed), after, "nothing of it is there");
            assertFalse(deed.isDone(after));
            StatementPoint.repair(file);
            try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
                deed.doIt(store);
            }
            assertTrue(deed.isDone(Audit.of(file)), "and the same works");
        }
        FAULT.ran("steps, claims and records killed at " + files.size() + " points, nothing left, and taken again");
    }
}
