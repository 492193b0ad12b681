package dev.parley.benchmarks.peer.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.application.Negotiations;
import dev.parley.application.RecoveryReport;
import dev.parley.benchmarks.work.Script;
import dev.parley.domain.attributes.AttributeKey;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitTest {
    private static final int SIZE = 3;

    @TempDir
    private Path directory;

    @Test
    void whatItWritesTheStoreReadsWithItsChecksums() throws Exception {
        List<Negotiation> recovered = new ArrayList<>();
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(Limit.played(directory, SIZE, 1))) {
            RecoveryReport report =
                    new Negotiations(store, InstantSource.system()).recover(stored -> recovered.add(stored.value()));
            assertEquals(List.of(), report.unreadable());
        }

        assertEquals(SIZE, recovered.size());
        for (Negotiation negotiation : recovered) {
            assertEquals(Script.stateAfter(Script.STEPS), negotiation.state());
            assertEquals(Script.events(Script.STEPS), events(negotiation));
            assertEquals(
                    Script.note(Script.STEPS - 1),
                    negotiation.context().get(AttributeKey.text("note")).orElseThrow());
        }
    }

    @Test
    void eachStepIsRecordedWithTheStatementsThatChangeRows() throws Exception {
        Tape tape = Tape.record(directory, List.of(Group.id(0))).get(0);

        assertEquals(1 + Script.STEPS, tape.commits().size());
        for (List<Call> commit : tape.commits()) {
            assertTrue(commit.stream().anyMatch(call -> !call.isQuery()), commit::toString);
        }
    }

    @Test
    void itGoesOnUnderOtherIdsWhenTheRecordedOnesAreUsedUp() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + Limit.played(directory, SIZE, 3));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*), min(history_length), max(negotiation_id) FROM parley_negotiations")) {
            assertEquals(3 * SIZE, row.getInt(1));
            assertEquals(Script.STEPS, row.getInt(2));
            assertEquals(Group.id(3 * SIZE - 1), row.getString(3));
        }
    }

    private static List<NegotiationEvent> events(Negotiation negotiation) {
        return negotiation.history().stream()
                .map(entry -> entry.transition().event())
                .toList();
    }
}
