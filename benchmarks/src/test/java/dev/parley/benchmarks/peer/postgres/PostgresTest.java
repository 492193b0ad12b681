package dev.parley.benchmarks.peer.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.benchmarks.contender.Contender;
import dev.parley.benchmarks.parley.ParleyOnPostgres;
import dev.parley.benchmarks.peer.Rows;
import dev.parley.benchmarks.peer.Walks;
import dev.parley.benchmarks.peer.dbos.DbosOnPostgres;
import dev.parley.domain.negotiation.IllegalTransitionException;
import dev.parley.domain.negotiation.NegotiationEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All contenders on one server, which takes seconds to make. */
class PostgresTest {
    @TempDir
    static Path directory;

    private static PostgresServer server;
    private static HikariDataSource pool;
    private static Contender plain;
    private static Contender dbos;
    private static Contender parley;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start(directory);
        pool = server.pool(2);
        plain = PlainPostgres.open(server, 4);
        parley = ParleyOnPostgres.open(server, 4);
        dbos = server.lentTo(DbosOnPostgres.open(server, 2));
    }

    @AfterAll
    static void stop() throws Exception {
        plain.close();
        parley.close();
        pool.close();
        dbos.close();
        assertThrows(RuntimeException.class, () -> server.pool(1), "the server runs on");
    }

    private static List<String> rows(String query) throws Exception {
        try (Connection connection = pool.getConnection()) {
            return Rows.of(connection, query);
        }
    }

    @Test
    void commitsAreDurable() throws Exception {
        assertEquals(List.of("on"), rows("SHOW fsync"));
        assertEquals(List.of("on"), rows("SHOW synchronous_commit"));
    }

    @Test
    void everyPlainStepIsStored() throws Exception {
        Walks.take(plain.open("plain-step", Walks.CONTEXT));
        assertStored("plain-step");
    }

    @Test
    void everyPlainStepThatLoadsIsStored() throws Exception {
        Walks.takeLoading(plain.open("plain-load", Walks.CONTEXT));
        assertStored("plain-load");
    }

    private static void assertStored(String id) throws Exception {
        assertEquals(Walks.states(), rows("SELECT to_state FROM history WHERE id = '" + id + "' ORDER BY revision"));
        assertEquals(
                List.of("counter_sent " + Walks.NOTED),
                rows("SELECT state || ' ' || context FROM negotiation WHERE id = '" + id + "'"));
    }

    @Test
    void loadingGoesOnFromWhatIsStoredNotFromMemory() throws Exception {
        Contender.Hand hand = plain.open("plain-changed", Walks.CONTEXT);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE negotiation SET context = '{\"changed\":true}' WHERE id = 'plain-changed'");
        }
        hand.loadAndStep(NegotiationEvent.SEND_OFFER, "sent");
        assertEquals(
                List.of("{\"changed\":true,\"note\":\"sent\"}"),
                rows("SELECT context FROM negotiation WHERE id = 'plain-changed'"));
    }

    @Test
    void aPlainStepThatIsIllegalStoresNothing() throws Exception {
        Contender.Hand hand = plain.open("plain-illegal", Walks.CONTEXT);
        assertThrows(IllegalTransitionException.class, () -> hand.step(NegotiationEvent.ACCEPT, "no"));
        assertEquals(List.of(), rows("SELECT to_state FROM history WHERE id = 'plain-illegal'"));
    }

    @Test
    void everyStepOfParleyIsStored() throws Exception {
        Walks.take(parley.open("parley-step", Walks.CONTEXT));
        Walks.takeLoading(parley.open("parley-load", Walks.CONTEXT));
        for (String id : List.of("parley-step", "parley-load")) {
            assertEquals(
                    Walks.states(),
                    rows("SELECT to_state FROM parley_history WHERE negotiation_id = '" + id + "' ORDER BY sequence"));
            assertEquals(
                    List.of("counter_sent " + Walks.NOTED),
                    rows("SELECT state || ' ' || context FROM parley_negotiations WHERE negotiation_id = '" + id
                            + "'"));
        }
    }

    @Test
    void everyDbosStepIsStored() throws Exception {
        Walks.take(dbos.open("dbos-step", Walks.CONTEXT));
        List<String> outputs = outputs("dbos-step");
        assertEquals(1 + Walks.states().size(), outputs.size());
        assertEquals(
                "{\"id\":\"dbos-step\",\"state\":\"counter_sent\",\"context\":" + Walks.NOTED + "}",
                outputs.get(outputs.size() - 1));
    }

    @Test
    void aDbosStepThatIsIllegalStoresNothing() throws Exception {
        Contender.Hand hand = dbos.open("dbos-illegal", Walks.CONTEXT);
        assertThrows(IllegalTransitionException.class, () -> hand.step(NegotiationEvent.ACCEPT, "no"));
        assertEquals(1, outputs("dbos-illegal").size());
    }

    private static List<String> outputs(String id) throws Exception {
        return rows("SELECT output::jsonb #>> '{}' FROM dbos.operation_outputs WHERE output LIKE '%" + id
                + "%' ORDER BY function_id");
    }
}
