package dev.parley.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.StoreClosedException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Closing a store. */
public interface ClosingContract extends StoreFactory {
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
        calls.put("agreedWithoutAgreement", store::agreedWithoutAgreement);
        calls.put("handledBy", () -> store.handledBy(id));
        calls.put("owedBy", () -> store.owedBy(id));
        calls.put("findCampaign", () -> store.findCampaign(Fixtures.CAMPAIGN));
        calls.put("campaigns", () -> store.campaigns(page));
        calls.put("delete", () -> store.delete(id, 1));
        return calls;
    }

    @Test
    default void closingAgainDoesNothing(NegotiationStore store) {
        new Desk(store).open("n");
        store.close();
        assertDoesNotThrow(store::close, "closing again does nothing");
        assertThrows(StoreClosedException.class, store::agreedWithoutAgreement, "and does not open the store again");
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
                                store::agreedWithoutAgreement,
                                "a store that says it is closed stays closed");
                    }
                })
                .mustAllWin("a call that meets the closing is done or says that the store is closed");
    }
}
