package dev.parley.testkit.contract.saving;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StoreClosedException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Race;
import dev.parley.testkit.junit.StoreFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Closing a store. */
interface ClosingContract extends StoreFactory {
    @Test
    default void everyCallAfterClosingIsRefused(NegotiationStore store) {
        new Desk(store).open("n");
        store.close();
        calls(store)
                .forEach((name, call) -> assertThrows(
                        StoreClosedException.class, call, name + " of a closed store says that the store is closed"));
    }

    private static Map<String, Executable> calls(NegotiationStore store) {
        NegotiationSnapshot other = Fixtures.negotiation("other").snapshot();
        NegotiationId id = Fixtures.negotiation("n").id();
        PageRequest page = PageRequest.first(1);
        Map<String, Executable> calls = new LinkedHashMap<>();
        calls.put("commit", () -> store.commit(Commit.of(NegotiationChange.opened(other))));
        calls.put("find", () -> store.find(id));
        calls.put("findByThread", () -> store.findByThread(new ThreadId("thread")));
        calls.put("negotiations", () -> store.negotiations(NegotiationFilter.all(), page));
        calls.put("outlines", () -> store.outlines(NegotiationFilter.all(), page));
        calls.put("backlog", () -> store.backlog(Fixtures.OPENED_AT));
        calls.put("handledBy", () -> store.handledBy(id));
        calls.put("owedBy", () -> store.owedBy(id));
        calls.put("findCampaign", () -> store.findCampaign(Fixtures.CAMPAIGN));
        calls.put("campaigns", () -> store.campaigns(page));
        calls.put("findStep", () -> store.findStep(id, new IdempotencyKey("step")));
        calls.put("forgetHandled", () -> store.forgetHandled(Fixtures.OPENED_AT, 1));
        calls.put("claim", () -> store.claim(Fixtures.OPENED_AT, Fixtures.OPENED_AT));
        calls.put("findOwed", () -> store.findOwed(new MessageId("m")));
        calls.put("owed", () -> store.owed(DeliveryFilter.all(), page));
        calls.put(
                "quarantine",
                () -> store.quarantine(new UnreadableRow("negotiation", 1, "n", "damaged"), Fixtures.OPENED_AT));
        calls.put("quarantined", () -> store.quarantined(page));
        calls.put("findQuarantined", () -> store.findQuarantined(1));
        calls.put("release", () -> store.release(1));
        calls.put("release of mended content", () -> store.release(1, "{}"));
        calls.put("delete", () -> store.delete(id, 1));
        return calls;
    }

    @Test
    default void closingAgainDoesNothing(NegotiationStore store) {
        new Desk(store).open("n");
        store.close();
        assertDoesNotThrow(store::close, "closing again does nothing");
        assertThrows(
                StoreClosedException.class,
                () -> store.backlog(Fixtures.OPENED_AT),
                "and does not open the store again");
    }

    @Test
    default void threadsMayCloseAtOnce(NegotiationStore store) {
        new Desk(store).open("n");
        Race.of(Race.THREADS, number -> store.close()).mustAllWin("closing again does nothing");
    }

    @Test
    default void aCallThatMeetsTheClosingIsDoneOrRefused(NegotiationStore store) {
        Desk desk = new Desk(store);
        desk.register(Fixtures.CAMPAIGN.value());
        Race.of(Race.THREADS, number -> {
                    if (number == 0) {
                        store.close();
                        return;
                    }
                    try {
                        desk.open("n-" + number);
                        desk.read(new NegotiationId("n-" + number));
                    } catch (StoreClosedException refused) {
                        assertThrows(
                                StoreClosedException.class,
                                () -> store.backlog(Fixtures.OPENED_AT),
                                "a store that says it is closed stays closed");
                    }
                })
                .mustAllWin("a call that meets the closing is done or says that the store is closed");
    }
}
