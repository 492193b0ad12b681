package dev.parley.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplyDeadlineTest {
    private static final NegotiationId ID = new NegotiationId("n-1");
    private static final Duration DAY = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock();
    private final Instant start = clock.instant();
    private final NegotiationStore sound = new InMemoryNegotiationStore();
    private final DamagedRows damaged = new DamagedRows(sound);
    private final NegotiationStore store = damaged.store();
    private final Negotiations negotiations = new Negotiations(store, clock);

    @BeforeEach
    void registerTheCampaign() {
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
    }

    private Stored<Negotiation> offer(NegotiationId id, Instant due) {
        Stored<Negotiation> opened = negotiations.open(id, Fixtures.CAMPAIGN, Attributes.empty());
        return negotiations
                .advance(Step.on(opened, NegotiationEvent.SEND_OFFER).replyDue(due))
                .negotiation();
    }

    private List<NegotiationId> expireOverdue(Negotiations through, Instant now) {
        List<NegotiationId> expired = new ArrayList<>();
        ExpiryReport report =
                through.expireOverdue(now, stored -> expired.add(stored.value().id()));
        assertEquals(expired.size(), report.expired());
        return expired;
    }

    private Stored<Negotiation> latest() {
        return negotiations.find(ID).orElseThrow();
    }

    @Test
    void aStepSetsTheDeadlineAndTheNextEventEndsIt() {
        Stored<Negotiation> offered = offer(ID, start.plus(DAY));
        assertEquals(Optional.of(start.plus(DAY)), offered.value().replyDueAt());

        Stored<Negotiation> replied = negotiations
                .advance(Step.on(offered, NegotiationEvent.RECEIVE_REPLY))
                .negotiation();

        assertEquals(Optional.empty(), replied.value().replyDueAt());
        assertEquals(List.of(), expireOverdue(negotiations, start.plus(DAY)));
    }

    @Test
    void aStepWithoutADeadlineLeavesItToTheEvents() {
        Stored<Negotiation> offered = offer(ID, start.plus(DAY));

        Stored<Negotiation> noted = negotiations
                .advance(Step.on(offered).put("note", "asked again"))
                .negotiation();

        assertEquals(Optional.of(start.plus(DAY)), noted.value().replyDueAt());
        assertEquals(
                Optional.of(start.plus(DAY)),
                negotiations.pause(ID, null).value().replyDueAt());
    }

    @Test
    void theDeadlineAloneIsChangedAndCleared() {
        Stored<Negotiation> offered = offer(ID, start.plus(DAY));

        Stored<Negotiation> extended = negotiations.awaitReplyUntil(ID, start.plus(DAY.multipliedBy(2)));
        assertEquals(
                Optional.of(start.plus(DAY.multipliedBy(2))), extended.value().replyDueAt());
        assertEquals(offered.revision() + 1, extended.revision());
        assertEquals(extended, latest());
        assertEquals(
                extended,
                negotiations.awaitReplyUntil(ID, start.plus(DAY.multipliedBy(2)).plusNanos(999)),
                "the deadline it has already changes nothing");

        Stored<Negotiation> endless = negotiations.awaitReplyUntil(ID, null);
        assertEquals(Optional.empty(), endless.value().replyDueAt());
        assertEquals(List.of(), expireOverdue(negotiations, start.plus(Duration.ofDays(3_000))));
    }

    @Test
    void aDeadlineBelongsToThoseThatWait() {
        Stored<Negotiation> opened = negotiations.open(ID, Fixtures.CAMPAIGN, Attributes.empty());

        assertThrows(InvalidValueException.class, () -> negotiations.awaitReplyUntil(ID, start.plus(DAY)));
        assertThrows(
                InvalidValueException.class,
                () -> negotiations.advance(Step.on(opened).replyDue(start.plus(DAY))));
        assertEquals(opened, negotiations.awaitReplyUntil(ID, null), "there is none to clear");
    }

    @Test
    void theOverdueExpireOnceAndTheHistorySaysWhen() {
        offer(ID, start.plus(DAY));
        clock.set(start.plus(DAY).plusSeconds(5));

        assertEquals(List.of(), expireOverdue(negotiations, start.plus(DAY).minusNanos(1_000)));
        assertEquals(List.of(ID), expireOverdue(negotiations, start.plus(DAY)));
        assertEquals(List.of(), expireOverdue(negotiations, start.plus(DAY)));

        Negotiation expired = latest().value();
        assertEquals(NegotiationState.STALE, expired.state());
        HistoryEntry timeout = expired.history().get(1);
        assertEquals(NegotiationEvent.TIMEOUT, timeout.transition().event());
        assertEquals(start.plus(DAY), timeout.at());
        assertEquals("no reply by " + start.plus(DAY), timeout.cause());
    }

    @Test
    void aClockThatGoesBackBringsNothingBack() {
        offer(ID, start.plus(DAY));
        expireOverdue(negotiations, start.plus(DAY));
        Stored<Negotiation> expired = latest();
        clock.set(start.minus(DAY));

        assertEquals(List.of(), expireOverdue(negotiations, clock.instant()));
        assertEquals(expired, latest());
    }

    @Test
    void pausedOnesExpireOnceTheyAreResumed() {
        offer(ID, start.plus(DAY));
        negotiations.pause(ID, null);
        assertEquals(List.of(), expireOverdue(negotiations, start.plus(DAY)));

        negotiations.resume(ID, null);
        assertEquals(List.of(ID), expireOverdue(negotiations, start.plus(DAY)));
    }

    @Test
    void manyExpireInPages() {
        List<NegotiationId> due = new ArrayList<>();
        for (int i = 0; i < 1_203; i++) {
            NegotiationId id = new NegotiationId("n-" + i);
            offer(id, start.plus(DAY).plusSeconds(i % 2));
            if (i % 2 == 0) {
                due.add(id);
            }
        }

        assertEquals(due, expireOverdue(negotiations, start.plus(DAY)));
    }

    @Test
    void ofThreadsThatExpireAtOnceOneTurnsEach() throws Exception {
        List<NegotiationId> due = IntStream.range(0, 200)
                .mapToObj(i -> new NegotiationId("n-" + i))
                .toList();
        due.forEach(id -> offer(id, start));
        Collection<NegotiationId> expired = new ConcurrentLinkedQueue<>();
        int threads = 4;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<ExpiryReport>> reports = IntStream.range(0, threads)
                    .mapToObj(i -> pool.submit(() -> {
                        together.await();
                        return new Negotiations(sound, clock)
                                .expireOverdue(
                                        start,
                                        stored -> expired.add(stored.value().id()));
                    }))
                    .toList();
            long all = 0;
            for (Future<ExpiryReport> report : reports) {
                all += report.get().expired();
            }
            assertEquals(due.size(), all);
        } finally {
            pool.shutdownNow();
        }
        assertEquals(due, expired.stream().sorted(byNumber()).toList());
    }

    private static Comparator<NegotiationId> byNumber() {
        return Comparator.comparing(id -> Integer.parseInt(id.value().substring(2)));
    }

    @Test
    void whatHappenedMeanwhileGoesFirst() {
        NegotiationId replied = new NegotiationId("replied");
        NegotiationId deleted = new NegotiationId("deleted");
        NegotiationId extended = new NegotiationId("extended");
        NegotiationId noted = new NegotiationId("noted");
        List.of(replied, deleted, extended, noted).forEach(id -> offer(id, start));
        NegotiationStore meddled = Around.store(store, (method, arguments, call) -> {
            Object page = call.proceed();
            if (method.equals("negotiations")) {
                negotiations.advance(replied, stored -> Step.on(stored, NegotiationEvent.RECEIVE_REPLY));
                negotiations.delete(negotiations.find(deleted).orElseThrow());
                negotiations.awaitReplyUntil(extended, start.plus(DAY));
                negotiations.advance(noted, stored -> Step.on(stored).put("note", "still waiting"));
            }
            return page;
        });

        assertEquals(List.of(noted), expireOverdue(new Negotiations(meddled, clock), start));
        assertEquals(
                Optional.of(start.plus(DAY)),
                negotiations.find(extended).orElseThrow().value().replyDueAt());
        assertEquals(4, negotiations.find(noted).orElseThrow().revision());
    }

    @Test
    void whatCannotBeReadIsQuarantinedAndStopsNothing() {
        NegotiationId late = new NegotiationId("late");
        List.of(ID, late, new NegotiationId("sound")).forEach(id -> offer(id, start));
        var row = damaged.damage(ID);
        List<Object> rows = new ArrayList<>(List.of(row));
        NegotiationStore meddled = Around.store(store, (method, arguments, call) -> {
            Object page = call.proceed();
            if (method.equals("negotiations")) {
                negotiations.advance(late, stored -> Step.on(stored).put("note", "changed, then damaged"));
                rows.add(damaged.damage(late));
            }
            return page;
        });
        List<NegotiationId> expired = new ArrayList<>();

        ExpiryReport report = new Negotiations(meddled, clock)
                .expireOverdue(start, stored -> expired.add(stored.value().id()));

        assertEquals(List.of(new NegotiationId("sound")), expired);
        assertEquals(rows, report.unreadable());
        assertEquals(rows, damaged.quarantined());
    }

    @Test
    void aListenerThatFailsLeavesTheRestOverdue() {
        List<NegotiationId> ids = List.of(new NegotiationId("n-1"), new NegotiationId("n-2"));
        ids.forEach(id -> offer(id, start));

        assertThrows(
                IllegalStateException.class,
                () -> negotiations.expireOverdue(start, stored -> {
                    throw new IllegalStateException("the listener's own trouble");
                }));

        assertTrue(latest().value().replyDueAt().isEmpty(), "the first is expired, as it was told");
        assertEquals(List.of(ids.get(1)), expireOverdue(negotiations, start));
    }
}
