package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.application.Advanced;
import dev.parley.application.Negotiations;
import dev.parley.application.Step;
import dev.parley.crash.Fault;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.domain.port.StepConflictException;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.SettableClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One email that comes in several times, as mail servers have it: it is answered once. */
class DuplicateInboundTest {
    private static final Fault FAULT = Fault.named("duplicate inbound");
    private static final NegotiationId ID = new NegotiationId("n");
    private static final MessageId REPLY = new MessageId("reply");
    private static final int STORES = 4;

    @TempDir
    Path directory;

    private Path file;
    private Stored<Negotiation> offered;

    @BeforeEach
    void offer() {
        file = directory.resolve("parley.db");
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            Negotiations negotiations = new Negotiations(store, new SettableClock());
            Stored<Negotiation> opened = negotiations.open(ID, Fixtures.CAMPAIGN, Fixtures.context());
            offered = negotiations
                    .advance(Step.on(opened, NegotiationEvent.SEND_OFFER))
                    .negotiation();
        }
    }

    private static Step answer(Stored<Negotiation> current, String text) {
        return Step.on(current, NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.SEND_COUNTER)
                .handles(REPLY, Fixtures.OPENED_AT, Fixtures.context().with("text", text))
                .owes(new MessageId("answer"), Fixtures.context());
    }

    @Test
    void isAnsweredOnceByManyStoresAtATime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(STORES);
        CyclicBarrier start = new CyclicBarrier(STORES);
        List<Future<Advanced>> answers = new ArrayList<>();
        for (int i = 0; i < STORES; i++) {
            answers.add(threads.submit(() -> {
                try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
                    start.await();
                    return new Negotiations(store, new SettableClock()).advance(answer(offered, "yes"));
                }
            }));
        }
        int repeated = 0;
        for (Future<Advanced> answer : answers) {
            assertEquals(offered.revision() + 1, answer.get().revision(), "all are told the same");
            repeated += answer.get().repeated() ? 1 : 0;
        }
        threads.shutdown();
        assertEquals(STORES - 1, repeated, "one of them took the step");
        mustBeAnsweredOnce();
        FAULT.ran(STORES + " stores at a time: answered once, the others told what came of it");
    }

    @Test
    void isKnownToLaterProcessesHoweverFarTheNegotiationHasGone() {
        advance(answer(offered, "yes"));
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            new Negotiations(store, new SettableClock()).stop(ID, "enough");
        }
        Advanced again = advance(answer(offered, "yes"));
        assertTrue(again.repeated());
        assertEquals(offered.revision() + 1, again.revision());
        mustBeAnsweredOnce();
        FAULT.ran("again in a later process: told what came of it");
    }

    @Test
    void withOtherContentIsAConflict() {
        assertFalse(advance(answer(offered, "yes")).repeated());
        assertThrows(StepConflictException.class, () -> advance(answer(offered, "no")));
        mustBeAnsweredOnce();
    }

    /** Control of the key: who gives the step another name is stopped by the message itself. */
    @Test
    void underAnotherNameIsRefused() {
        Stored<Negotiation> answered = advance(answer(offered, "yes")).negotiation();
        Step other = Step.on(answered, NegotiationEvent.RECEIVE_REPLY)
                .handles(REPLY, Fixtures.OPENED_AT, Fixtures.context())
                .named(new IdempotencyKey("another"));
        assertThrows(DuplicateMessageException.class, () -> advance(other));
        mustBeAnsweredOnce();
        FAULT.ran("under another name or with other content: refused, typed");
    }

    private Advanced advance(Step step) {
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            return new Negotiations(store, new SettableClock()).advance(step);
        }
    }

    private void mustBeAnsweredOnce() {
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            assertEquals(1, store.handledBy(ID).size());
            assertEquals(1, store.owedBy(ID).size());
            assertEquals(
                    1,
                    store.find(ID).orElseThrow().value().history().stream()
                            .filter(entry -> entry.transition().event() == NegotiationEvent.SEND_COUNTER)
                            .count());
        }
    }
}
