package dev.parley.benchmarks.peer.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.benchmarks.contender.Contender;
import dev.parley.benchmarks.peer.Rows;
import dev.parley.benchmarks.peer.Walks;
import dev.parley.domain.negotiation.NegotiationEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpringOnSqliteTest {
    @TempDir
    Path directory;

    private Contender spring;

    @BeforeEach
    void open() throws Exception {
        spring = SpringOnSqlite.open(directory);
    }

    @AfterEach
    void close() throws Exception {
        spring.close();
    }

    private List<String> rows(String query) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("spring.db"))) {
            return Rows.of(connection, query);
        }
    }

    @Test
    void anOpenedNegotiationIsStored() throws Exception {
        spring.open("n-1", Walks.CONTEXT);
        assertEquals(List.of("initial_offer"), rows("SELECT state FROM state_machine WHERE machine_id = 'n-1'"));
    }

    @Test
    void everyStepIsStored() throws Exception {
        Walks.take(spring.open("n-1", Walks.CONTEXT));
        assertStored();
    }

    @Test
    void everyStepThatLoadsIsStored() throws Exception {
        Walks.takeLoading(spring.open("n-1", Walks.CONTEXT));
        assertStored();
    }

    private void assertStored() throws Exception {
        assertEquals(Walks.states(), rows("SELECT to_state FROM history WHERE machine_id = 'n-1' ORDER BY position"));
        assertEquals(List.of("counter_sent"), rows("SELECT state FROM state_machine"));
        String bytes =
                rows("SELECT hex(state_machine_context) FROM state_machine").get(0);
        assertTrue(bytes.contains(hex(Walks.NOTED.substring(0, Walks.NOTED.length() - 1))), bytes);
    }

    private static String hex(String ascii) {
        StringBuilder hex = new StringBuilder();
        for (byte b : ascii.getBytes(StandardCharsets.US_ASCII)) {
            hex.append(String.format("%02X", b));
        }
        return hex.toString();
    }

    @Test
    void loadingGoesOnFromWhatIsStoredNotFromMemory() throws Exception {
        Contender.Hand hand = spring.open("n-1", Walks.CONTEXT);
        spring.open("n-2", Walks.CONTEXT).step(NegotiationEvent.SEND_OFFER, "sent");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("spring.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE state_machine SET state_machine_context = (SELECT state_machine_context"
                    + " FROM state_machine WHERE machine_id = 'n-2') WHERE machine_id = 'n-1'");
        }
        hand.loadAndStep(NegotiationEvent.TIMEOUT, "late");
        assertEquals(List.of("stale"), rows("SELECT state FROM state_machine WHERE machine_id = 'n-1'"));
    }

    @Test
    void stepsInMemoryAndStepsThatLoadGoOnFromEachOther() throws Exception {
        Contender.Hand hand = spring.open("n-1", Walks.CONTEXT);
        hand.step(NegotiationEvent.SEND_OFFER, "sent");
        hand.loadAndStep(NegotiationEvent.RECEIVE_REPLY, "reply");
        hand.step(NegotiationEvent.ESCALATE, "ask");
        assertEquals(
                List.of("awaiting_reply", "counter_received", "escalated"),
                rows("SELECT to_state FROM history ORDER BY position"));
    }

    @Test
    void anIllegalEventIsRefusedAndStoresNothing() throws Exception {
        Contender.Hand hand = spring.open("n-1", Walks.CONTEXT);
        assertThrows(IllegalStateException.class, () -> hand.step(NegotiationEvent.ACCEPT, "no"));
        assertThrows(IllegalStateException.class, () -> hand.loadAndStep(NegotiationEvent.RESUME, "no"));
        assertEquals(List.of(), rows("SELECT to_state FROM history"));
    }

    @Test
    void commitsAreDurable() throws Exception {
        assertEquals(List.of("wal"), rows("PRAGMA journal_mode"));
        try (Connection connection = ((SpringOnSqlite) spring).pool().getConnection()) {
            assertEquals(List.of("2"), Rows.of(connection, "PRAGMA synchronous"));
        }
    }
}
