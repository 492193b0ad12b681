package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.crash.ChildJvm;
import dev.parley.crash.Fault;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.fault.Dispatching.Manner;
import dev.parley.persistence.sqlite.fault.Moment.Place;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed, at any moment and between any two things that a dispatcher does, loses nothing that it has
 * acknowledged, leaves no step in part, and neither loses nor doubles a message.
 */
class KillTest {
    private static final Fault FAULT = Fault.named("kill -9");
    private static final List<Place> PLACES = List.of(Place.values());

    @TempDir
    Path directory;

    private final Ledger ledger = new Ledger();
    private final Map<Place, Integer> kills = new EnumMap<>(Place.class);
    private long unheard;
    private long askedAgain;

    private Path file() {
        return directory.resolve("parley.db");
    }

    @Test
    void losesNothingAndTheNextProcessCarriesOn() throws Exception {
        Random random = FAULT.random("");
        int rounds = Fault.rounds(10, 250);
        long steps = Fault.rounds(1_000, 100_000);
        int round = 0;
        for (; round < rounds || ledger.steps() < steps; round++) {
            int threads = random.nextBoolean() ? 1 : 8;
            int until = 1 + random.nextInt((int) (2 * steps / rounds));
            Place place = PLACES.get(round % PLACES.size());
            Orders orders = Orders.on(file()).round(round).threads(threads).stopping(place, until / 2 + 1);

            Audit audit = killed(orders, place == Place.ANYWHERE ? until : Long.MAX_VALUE / 2);

            check(audit, threads);
        }
        settleTheRest(Orders.on(file()).round(round));
        FAULT.ran(kills + " kills, " + ledger.steps() + " steps acknowledged, none lost, none doubled; " + unheard
                + " committed but not yet acknowledged, each of them whole, and " + askedAgain
                + " with a name answered when asked for again; " + ledger.mail().sent()
                + " messages sent, each once and recorded as sent, the mailbox asked for "
                + ledger.mail().asked());
    }

    private void check(Audit audit, int threads) throws Exception {
        String seed = "parley.seed=" + FAULT.seed();
        assertEquals(0, ledger.lost(audit), "nothing acknowledged is lost; " + seed);
        assertEquals(List.of(), ledger.mail().contradictions(audit), "what was sent is known, and none twice; " + seed);
        List<Unheard> more = ledger.unheard(audit);
        assertTrue(more.size() <= threads, "each thread had one step on its way, but these are there: " + more);
        assertEquals(List.of(), ledger.said(), seed);
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file())) {
            for (Unheard step : more) {
                askedAgain += step.isAnsweredTheSecondTime(store) ? 1 : 0;
            }
        }
        unheard += more.size();
        ledger.settle(audit);
    }

    /** When nobody dies any more, everything is sent and recorded, and every deadline that is over has expired. */
    private void settleTheRest(Orders orders) throws Exception {
        Consumer<Stored<NegotiationSnapshot>> acknowledge =
                after -> ledger.acknowledge(after.value().id().value(), (int) after.revision());
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file())) {
            Dispatching dispatching = new Dispatching(
                    store, ledger.mail(), orders.now(), Manner.HONEST, Moment.any(), acknowledge, message -> {});
            while (dispatching.turn()) {
                // Until nothing is due.
            }
            assertEquals(
                    List.of(),
                    store.owed(DeliveryFilter.open(), PageRequest.first(1)).rows());
            new Expiring(store, orders.now(), "at the end", acknowledge).sweep();
            assertEquals(
                    List.of(),
                    store.negotiations(NegotiationFilter.overdue(orders.now()), PageRequest.first(1))
                            .rows());
        }
        Audit audit = Audit.of(file());
        check(audit, 0);
        assertEquals(audit.deliveries().size(), ledger.mail().sent(), "every owed message went out once");
    }

    /** Control: the same audit finds what a writer has lost that acknowledges first. */
    @Test
    void theAuditCatchesAWriterThatAcknowledgesTooEarly() throws Exception {
        Audit audit = killed(Orders.on(file()).boasting(), 200);

        long lost = ledger.lost(audit);
        assertTrue(lost > 0, "a writer that acknowledges before it commits loses steps");
        FAULT.ran("control, acknowledged before committed: " + lost + " of " + ledger.acknowledgements()
                + " steps and messages lost");
    }

    /** Control: it finds what a dispatcher doubles that sends before its claim is durable. */
    @Test
    void theAuditCatchesADispatcherThatSendsFirst() throws Exception {
        Orders orders = Orders.on(file()).manner(Manner.SENDS_FIRST).stopping(Place.AFTER_SEND, 5);
        Audit first = killed(orders.round(0), Long.MAX_VALUE / 2);
        assertFalse(ledger.mail().contradictions(first).isEmpty(), "it is out, and said to be pending");
        Audit second = killed(orders.round(1), Long.MAX_VALUE / 2);

        List<String> doubled = ledger.mail().doubled();
        assertFalse(doubled.isEmpty(), "a dispatcher that sends before it claims doubles what it sends");
        FAULT.ran("control, sent before claimed: " + ledger.mail().contradictions(second));
    }

    /** Control: it finds what a dispatcher loses that records before it sends. */
    @Test
    void theAuditCatchesADispatcherThatRecordsFirst() throws Exception {
        Orders orders = Orders.on(file()).manner(Manner.RECORDS_FIRST).stopping(Place.AFTER_CLAIM, 5);
        killed(orders.round(0), Long.MAX_VALUE / 2);
        Audit audit = killed(orders.round(1), Long.MAX_VALUE / 2);

        List<String> lost = ledger.mail().contradictions(audit).stream()
                .filter(line -> line.startsWith("said to be sent and never received"))
                .toList();
        assertEquals(2, lost.size(), "a dispatcher that records before it sends loses one a kill: " + lost);
        FAULT.ran("control, recorded before sent: " + lost);
    }

    private Audit killed(Orders orders, long until) throws Exception {
        try (ChildJvm child = ChildJvm.start(directory.resolve("child"), WritingMain.class, orders.arguments())) {
            assertTrue(ledger.listen(child, until), () -> "the child ended by itself" + child.lastWords());
            assertEquals(
                    orders.moment().place() != Place.ANYWHERE, ledger.hasStopped(), "it came where it was to stop");
            kills.merge(orders.moment().place(), 1, Integer::sum);
            child.kill();
            ledger.listenToTheEnd(child);
        }
        return Audit.of(file());
    }
}
