package dev.parley.testkit.contract.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Agreed;
import dev.parley.testkit.desk.Count;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.desk.Race;
import dev.parley.testkit.junit.StoreFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What readers see while others write: whole commits, in one order. */
interface VisibilityContract extends StoreFactory {
    @Test
    default void readersNeverSeeAStepWithoutItsAgreementAndMessages(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<Stored<NegotiationSnapshot>> waiting = desk.openAll(IntStream.range(0, Race.WATCHED_COMMITS)
                .mapToObj(i -> Fixtures.negotiation("n-" + i, NegotiationState.COUNTER_RECEIVED))
                .toList());
        AtomicBoolean over = new AtomicBoolean();
        Race.of(3, number -> {
                    if (number == 0) {
                        try {
                            waiting.forEach(negotiation -> store.commit(accepted(negotiation)));
                        } finally {
                            over.set(true);
                        }
                    } else {
                        waiting.forEach(
                                negotiation -> watch(desk, negotiation.value().id(), over));
                    }
                })
                .mustAllWin("no commit is seen in part");
    }

    private static Commit accepted(Stored<NegotiationSnapshot> waiting) {
        NegotiationId id = waiting.value().id();
        return Agreed.step("25.50", waiting)
                .withMessages(List.of(Fixtures.inbound("in-" + id, id)), List.of(Fixtures.outbound("out-" + id, id)));
    }

    /** Looks at one negotiation until it is agreed, which it is once the writer's time is over. */
    private static void watch(Desk desk, NegotiationId id, AtomicBoolean over) {
        while (true) {
            boolean last = over.get();
            boolean booked = booked(desk).contains(id);
            boolean owed = !desk.store().owedBy(id).isEmpty();
            NegotiationSnapshot read = desk.read(id).value();
            if (read.state() == NegotiationState.AGREED) {
                mustBeWhole(desk, read);
                return;
            }
            assertFalse(booked, "an agreement is never seen before its state");
            assertFalse(owed, "an owed message is never seen before its state");
            assertFalse(last, "a commit that returned is seen");
        }
    }

    private static void mustBeWhole(Desk desk, NegotiationSnapshot agreed) {
        NegotiationId id = agreed.id();
        assertEquals(3, agreed.history().size(), "a state is never seen without its history entry");
        assertTrue(booked(desk).contains(id), "a state is never seen without its agreement");
        assertEquals(1, desk.store().owedBy(id).size(), "a state is never seen without what it owes");
        assertEquals(1, desk.store().handledBy(id).size(), "a state is never seen without what it handled");
    }

    private static Set<NegotiationId> booked(Desk desk) {
        return desk.readCampaign(Fixtures.CAMPAIGN).tracker().agreements().stream()
                .map(CpmAgreement::negotiationId)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Test
    default void readersNeverSeeASentMessageWithoutItsThread(NegotiationStore store) {
        Dispatch dispatch = new Dispatch(store);
        List<OwedMessage> sending = IntStream.range(0, Race.WATCHED_COMMITS)
                .mapToObj(i -> dispatch.sending("n-" + i, "m-" + i))
                .toList();
        List<Commit> results =
                sending.stream().map(message -> sent(message, store)).toList();
        AtomicBoolean over = new AtomicBoolean();
        Race.of(3, number -> {
                    if (number == 0) {
                        try {
                            results.forEach(store::commit);
                        } finally {
                            over.set(true);
                        }
                    } else {
                        sending.forEach(message -> watch(message, store, over));
                    }
                })
                .mustAllWin("no commit is seen in part");
    }

    private static Commit sent(OwedMessage sending, NegotiationStore store) {
        NegotiationId id = sending.message().negotiationId();
        OwedMessage sent = sending.sent(Dispatch.at(1), new Receipt(null, new ThreadId(id.value())));
        return Commit.of(Steps.bound(new Desk(store).read(id), id.value()))
                .withDeliveries(List.of(DeliveryChange.of(sending, sent)));
    }

    /** Looks at one message until it is sent, which it is once the writer's time is over. */
    private static void watch(OwedMessage sending, NegotiationStore store, AtomicBoolean over) {
        NegotiationId id = sending.message().negotiationId();
        while (true) {
            boolean last = over.get();
            boolean bound = new Desk(store).read(id).value().threadId() != null;
            if (new Dispatch(store).read(sending.id()).delivery().state() == DeliveryState.SENT) {
                assertTrue(
                        store.findByThread(new ThreadId(id.value())).isPresent(),
                        "a sent message is never seen without the thread that it binds");
                return;
            }
            assertFalse(bound, "a thread is never seen before the message that binds it is sent");
            assertFalse(last, "a commit that returned is seen");
        }
    }

    @Test
    default void readersSeeBothChangesOfACommitOrNeither(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<NegotiationId> pair = desk.openMany("n", 2);
        AtomicInteger returned = new AtomicInteger();
        Race.of(3, number -> {
                    if (number == 0) {
                        try {
                            count(desk, pair, returned);
                        } finally {
                            returned.set(Race.WATCHED_COMMITS);
                        }
                    } else {
                        compare(store, pair, returned);
                    }
                })
                .mustAllWin("no commit is seen in part, and all readers see one order");
    }

    private static void count(Desk desk, List<NegotiationId> pair, AtomicInteger returned) {
        List<Stored<NegotiationSnapshot>> now = pair.stream().map(desk::read).toList();
        for (int count = 1; count <= Race.WATCHED_COMMITS; count++) {
            int next = count;
            List<NegotiationChange> changes =
                    now.stream().map(one -> Steps.context(one, "count", next)).toList();
            desk.store().commit(Commit.of(List.of(), changes));
            returned.set(count);
            now = changes.stream().map(Desk::after).toList();
        }
    }

    /** Looks until the last commit is acknowledged, each time at one, then at both, then at the other. */
    private static void compare(NegotiationStore store, List<NegotiationId> pair, AtomicInteger returned) {
        int seen = 0;
        while (seen < Race.WATCHED_COMMITS) {
            int acknowledged = returned.get();
            int first = count(store, pair.get(0));
            List<Stored<NegotiationSnapshot>> page = store.negotiations(NegotiationFilter.all(), PageRequest.first(2))
                    .rows();
            int together = Count.of("count", page.get(0));
            int second = count(store, pair.get(1));
            assertTrue(acknowledged <= first, "a read sees every commit that returned before it began");
            assertEquals(together, Count.of("count", page.get(1)), "one page shows a commit whole");
            assertTrue(seen <= first && first <= together && together <= second, "what was seen once is never unseen");
            seen = second;
        }
    }

    private static int count(NegotiationStore store, NegotiationId id) {
        return Count.of("count", new Desk(store).read(id));
    }
}
