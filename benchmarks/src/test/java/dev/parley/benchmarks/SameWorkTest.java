package dev.parley.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.benchmarks.contender.Contender;
import dev.parley.benchmarks.contender.Contender.Hand;
import dev.parley.benchmarks.contender.Peer.Opener;
import dev.parley.benchmarks.parley.ParleyContender;
import dev.parley.benchmarks.peer.naive.NaiveContender;
import dev.parley.benchmarks.peer.pool.PooledContender;
import dev.parley.benchmarks.peer.reference.ReferenceContender;
import dev.parley.benchmarks.work.Contexts;
import dev.parley.benchmarks.work.Script;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contender that leaves out some of the work would look fast: what is on the disk afterwards is read by SQL alone. */
class SameWorkTest {
    private static final int STEPS = Script.STEPS;

    private static final String OURS = """
            SELECT n.negotiation_id, n.state, n.context ->> 'note', n.context ->> 'last_reply',
                (SELECT group_concat(event || '>' || to_state, ' ') FROM (
                    SELECT event, to_state FROM parley_history AS h WHERE h.negotiation_id = n.negotiation_id
                    ORDER BY h.sequence))
            FROM parley_negotiations AS n ORDER BY 1""";

    private static final String WIDE = """
            SELECT thread_id, state, context_json ->> 'note', context_json ->> 'last_reply',
                (SELECT group_concat((value ->> 1) || '>' || (value ->> 2), ' ') FROM json_each(history_json))
            FROM negotiation_state ORDER BY 1""";

    @TempDir
    private Path directory;

    @Test
    void parleyDoesTheWork() throws Exception {
        assertEquals(expected(), done(ParleyContender::open, true, ParleyContender.FILE, OURS));
    }

    @Test
    void theNaiveWayDoesTheSame() throws Exception {
        assertEquals(expected(), done(NaiveContender::open, true, NaiveContender.FILE, WIDE));
    }

    @Test
    void theUsualWayDoesTheSame() throws Exception {
        assertEquals(expected(), done(PooledContender::open, true, PooledContender.FILE, WIDE));
    }

    @Test
    void theReferenceSavesTheSame() throws Exception {
        assertEquals(expected(), done(ReferenceContender::open, false, ReferenceContender.FILE, WIDE));
    }

    private List<String> done(Opener opener, boolean loads, String file, String query) throws Exception {
        try (Contender contender = opener.open(directory)) {
            lead(contender.open("n-1", Contexts.context(1)), STEPS, loads);
            lead(contender.open("n-2", Contexts.context(2)), STEPS / 2, false);
        }
        return rows(file, query);
    }

    private static void lead(Hand hand, int steps, boolean loads) throws Exception {
        for (int step = 0; step < steps; step++) {
            if (loads && step % 2 == 1) {
                hand.loadAndStep(Script.event(step), Script.note(step));
            } else {
                hand.step(Script.event(step), Script.note(step));
            }
        }
    }

    private List<String> rows(String file, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(file));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(String.join(
                        "|", row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
            }
            return rows;
        }
    }

    private static List<String> expected() {
        return List.of(expected("n-1", 1, STEPS), expected("n-2", 2, STEPS / 2));
    }

    private static String expected(String id, int seed, int steps) {
        List<String> history = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            history.add(Script.event(step).code() + ">"
                    + Script.stateAfter(step + 1).code());
        }
        String reply = Contexts.context(seed).replaceAll(".*\"last_reply\":\"([^\"]*)\".*", "$1");
        return String.join(
                "|", id, Script.stateAfter(steps).code(), Script.note(steps - 1), reply, String.join(" ", history));
    }
}
