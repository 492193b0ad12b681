package dev.parley.persistence.postgresql.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.Fault;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.postgresql.server.PrivateServer;
import dev.parley.postgresql.server.TestSchema;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four nodes share a campaign on one PostgreSQL. They are killed at random and started again, and once the server dies
 * under them: nothing that was acknowledged is lost, nothing is doubled, and every negotiation ends.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class NodesTest {
    private static final Fault FAULT = Fault.named("nodes on one PostgreSQL");
    private static final int NODES = 4;

    @TempDir
    Path directory;

    private final Random random = FAULT.random("");

    @Test
    void losesNothingDoublesNothingAndEndsEveryNegotiation() throws Exception {
        int negotiations = Fault.rounds(120, 2_000);
        int kills = Fault.rounds(4, 60);
        long begun = System.nanoTime();
        try (PrivateServer server = PrivateServer.start();
                TestSchema schema = TestSchema.create(server);
                Nodes nodes = new Nodes(directory, Orders.on(schema.url()), random)) {
            Run run = new Run(nodes, schema, FAULT.seed(), negotiations);
            nodes.start(NODES);
            Deque<Long> killAt = moments(kills, run.length());
            boolean crashed = false;
            while (!run.turn()) {
                long acknowledged = nodes.ledger().acknowledged();
                if (!killAt.isEmpty() && acknowledged >= killAt.peek() && nodes.killOne()) {
                    killAt.remove();
                }
                if (!crashed && acknowledged >= run.length() / 2) {
                    crash(server, nodes);
                    crashed = true;
                }
            }
            Audit audit = run.audit();
            assertEquals(List.of(), audit.contradictions(), FAULT.toString());
            assertTrue(crashed, "the server was killed; " + FAULT);
            assertFalse(nodes.deaths().isEmpty(), "nodes were killed; " + FAULT);
            FAULT.ran(negotiations + " negotiations on " + NODES + " nodes, kills " + nodes.deaths()
                    + " and one of the server, all ended: " + audit.figures() + "; "
                    + nodes.ledger().acknowledged()
                    + " acknowledgements, " + nodes.ledger().repeated() + " of them when asked again, "
                    + nodes.ledger().expired() + " deadlines over, "
                    + nodes.ledger().lateReplies()
                    + " replies too late; " + nodes.post().mail().sent() + " messages sent once each, "
                    + nodes.post().ambiguous() + " without saying so, the mailbox asked for "
                    + nodes.post().mail().asked() + "; trouble met with " + nodes.troubles() + "; "
                    + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) + " s");
        }
    }

    /** It comes back only when every node has noticed. */
    private static void crash(PrivateServer server, Nodes nodes) throws Exception {
        nodes.forgetTrouble();
        server.kill();
        while (!nodes.areInTrouble()) {
            nodes.turn();
        }
        server.restart();
    }

    /** So many moments, counted in acknowledgements, none of them near the end. */
    private Deque<Long> moments(int count, int length) {
        List<Long> moments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            moments.add((long) (length * (0.05 + 0.8 * random.nextDouble())));
        }
        moments.sort(null);
        return new ArrayDeque<>(moments);
    }

    /** Control: the ledger finds what a server loses whose commits do not wait for its disk. */
    @Test
    void theLedgerCatchesAServerThatAcknowledgesTooEarly() throws Exception {
        Map<String, String> hasty = Map.of(
                "synchronous_commit", "off",
                "wal_writer_delay", "10s",
                "wal_writer_flush_after", "1GB",
                "wal_buffers", "64MB");
        try (PrivateServer server = PrivateServer.start(hasty);
                TestSchema schema = TestSchema.create(server);
                Nodes nodes = new Nodes(directory, Orders.on(schema.url()).asConfigured(), random)) {
            Run run = new Run(nodes, schema, FAULT.seed(), 400);
            List<String> lost = List.of();
            // It writes now and then all the same, and that may be just before it dies.
            for (int crash = 1; crash <= 5 && lost.isEmpty(); crash++) {
                nodes.start(2);
                run.until(nodes::areReady);
                schema.execute("CHECKPOINT");
                long enough = nodes.ledger().acknowledged() + 40;
                run.until(() -> nodes.ledger().acknowledged() >= enough);
                server.kill();
                nodes.killAll();
                server.restart();
                try (NegotiationStore store = run.store()) {
                    lost = nodes.ledger().lost(store);
                }
            }
            assertFalse(lost.isEmpty(), "a server that does not wait for its disk loses what it has acknowledged");
            FAULT.ran("control, synchronous_commit off: " + lost.size() + " of "
                    + nodes.ledger().acknowledged() + " acknowledgements lost");
        }
    }

    /** Control: the mail server finds what nodes double that send without a claim. */
    @Test
    void theMailServerCatchesNodesThatSendWithoutAClaim() throws Exception {
        try (TestSchema schema = TestSchema.create();
                Nodes nodes = new Nodes(
                        directory, Orders.on(schema.url()).asConfigured().unclaimed(), random)) {
            Run run = new Run(nodes, schema, FAULT.seed(), 40);
            nodes.start(2);
            run.until(() -> !nodes.post().mail().doubled().isEmpty());
            nodes.killAll();
            List<String> contradictions = run.audit().contradictions();
            List<String> doubled = contradictions.stream()
                    .filter(line -> line.startsWith("received twice"))
                    .toList();
            assertFalse(doubled.isEmpty(), "nodes that send without a claim double what they send");
            FAULT.ran("control, sent without a claim: " + doubled);
        }
    }
}
