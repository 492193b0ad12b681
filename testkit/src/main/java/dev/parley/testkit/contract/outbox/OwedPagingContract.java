package dev.parley.testkit.contract.outbox;

import static dev.parley.testkit.desk.Dispatch.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Reading owed messages, one or many. */
interface OwedPagingContract extends StoreFactory {
    @Test
    default void aNewStoreOwesNothing(NegotiationStore store) {
        Page<OwedMessage> page = store.owed(DeliveryFilter.all(), PageRequest.first(10));
        assertEquals(new Page<>(List.of(), List.of(), OptionalLong.empty()), page, "a new store has no messages");
        assertEquals(Optional.empty(), store.findOwed(new MessageId("m")), "what is not owed is not found");
        assertEquals(List.of(), store.owedBy(new NegotiationId("n")), "nor by its negotiation");
    }

    @Test
    default void owedMessagesComeInTheOrderTheyWereCommitted(NegotiationStore store) {
        List<OwedMessage> owed = oneOfEachStateTwice(new Dispatch(store));
        for (int limit : List.of(1, 5, 12, 13, PageRequest.MAX_LIMIT)) {
            Exactly.equal(
                    owed,
                    Picture.pages(limit, page -> store.owed(DeliveryFilter.all(), page)),
                    "owed messages come in the order they were committed, each once with " + limit + " a page");
        }
    }

    @Test
    default void aDeliveryFilterGivesWhatPassesItAlone(NegotiationStore store) {
        List<OwedMessage> owed = oneOfEachStateTwice(new Dispatch(store));
        List<DeliveryFilter> filters = new ArrayList<>(List.of(DeliveryFilter.open()));
        for (DeliveryState state : DeliveryState.values()) {
            filters.add(DeliveryFilter.in(state));
        }
        for (DeliveryFilter filter : filters) {
            List<OwedMessage> wanted =
                    owed.stream().filter(one -> filter.accepts(one.delivery())).toList();
            for (int limit : List.of(1, wanted.size(), 100)) {
                Exactly.equal(
                        wanted,
                        Picture.pages(limit, page -> store.owed(filter, page)),
                        "the filter " + filter + " gives what passes it, and all of it");
            }
        }
    }

    @Test
    default void theLastPageOfOwedMessagesSaysSo(NegotiationStore store) {
        oneOfEachStateTwice(new Dispatch(store));
        Page<OwedMessage> first = store.owed(DeliveryFilter.all(), PageRequest.first(6));
        assertEquals(6, first.rows().size(), "the first page is full");
        PageRequest behind = PageRequest.first(6).from(first.next().orElseThrow());
        Page<OwedMessage> last = store.owed(DeliveryFilter.all(), behind);
        assertEquals(6, last.rows().size(), "the last page is full, too");
        assertEquals(OptionalLong.empty(), last.next(), "the last page has no next, even if it is full");
    }

    @Test
    default void aPageOfOwedMessagesGoesOnBehindDeletedOnes(NegotiationStore store) {
        List<OwedMessage> owed = oneOfEachStateTwice(new Dispatch(store));
        Page<OwedMessage> first = store.owed(DeliveryFilter.all(), PageRequest.first(3));
        NegotiationId deleted = owed.get(2).message().negotiationId();
        store.delete(deleted, new Desk(store).read(deleted).revision());
        PageRequest behind = PageRequest.first(100).from(first.next().orElseThrow());
        Exactly.equal(
                owed.subList(3, owed.size()),
                store.owed(DeliveryFilter.all(), behind).rows(),
                "a page goes on where the last one ended, though its last message is gone");
    }

    /** Twelve messages, each of a negotiation of its own. */
    private static List<OwedMessage> oneOfEachStateTwice(Dispatch dispatch) {
        List<OwedMessage> owed = new ArrayList<>();
        for (String round : List.of("z", "a")) {
            for (DeliveryState state : DeliveryState.values()) {
                OwedMessage pending = dispatch.owe(round + state, round + state, at(owed.size()));
                OwedMessage now = new OwedMessage(pending.message(), delivery(state));
                owed.add(dispatch.commit(pending, now));
            }
        }
        return owed;
    }

    private static Delivery delivery(DeliveryState state) {
        return switch (state) {
            case PENDING, SENDING, UNCONFIRMED -> new Delivery(state, 1, at(1), at(2), null, null);
            case SENT -> new Delivery(state, 1, at(1), null, Receipt.plain(), null);
            case FAILED, GIVEN_UP -> new Delivery(state, 1, at(1), null, null, null);
        };
    }
}
