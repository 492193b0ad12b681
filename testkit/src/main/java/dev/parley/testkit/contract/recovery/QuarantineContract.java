package dev.parley.testkit.contract.recovery;

import static dev.parley.testkit.desk.Dispatch.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.QuarantinedRowNotFoundException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The quarantine of a store in which everything can be read. How rows are damaged is each store's own. */
interface QuarantineContract extends StoreFactory {
    @Test
    default void inANewStoreNothingIsInQuarantine(NegotiationStore store) {
        mustBeEmpty(store, "in a new store nothing is in quarantine");
    }

    @Test
    default void whatCanBeReadIsNotPutIntoQuarantine(NegotiationStore store) {
        new Dispatch(store).owe("n", "m");
        Picture before = Picture.of(store);
        store.quarantine(new UnreadableRow("negotiation", 1, "n", "it was damaged once"), at(0));
        mustBeEmpty(store, "a row that can be read is not put into quarantine");
        Exactly.equal(before, Picture.of(store), "and stays as it is");
    }

    @Test
    default void whatIsGoneIsNotPutIntoQuarantine(NegotiationStore store) {
        new Desk(store).open("n");
        store.quarantine(new UnreadableRow("negotiation", 9_999, "gone", "it was damaged once"), at(0));
        mustBeEmpty(store, "a row that is gone is not put into quarantine");
    }

    @Test
    default void whatIsNotInQuarantineCannotBeReleased(NegotiationStore store) {
        new Desk(store).open("n");
        for (long number : new long[] {1, 0, -1, Long.MAX_VALUE}) {
            assertEquals(Optional.empty(), store.findQuarantined(number), "an unknown number is not found");
            QuarantinedRowNotFoundException refused = assertThrows(
                    QuarantinedRowNotFoundException.class,
                    () -> store.release(number),
                    "releasing what is not in quarantine is refused");
            assertEquals(number, refused.number(), "the refusal names the number");
            assertThrows(
                    QuarantinedRowNotFoundException.class,
                    () -> store.release(number, "{}"),
                    "and so it is with mended content, which is not even looked at");
        }
    }

    private static void mustBeEmpty(NegotiationStore store, String promise) {
        assertEquals(
                new Page<>(List.of(), List.of(), OptionalLong.empty()),
                store.quarantined(PageRequest.first(10)),
                promise);
        assertEquals(0, store.backlog(at(0)).quarantined(), promise);
    }
}
