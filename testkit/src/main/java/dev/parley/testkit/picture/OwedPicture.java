package dev.parley.testkit.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationStore;
import java.util.List;
import java.util.Optional;

/** The owed messages of a {@link Picture}: whichever way a store is asked for them, the answers agree. */
final class OwedPicture {
    private OwedPicture() {}

    static List<OwedMessage> of(NegotiationStore store) {
        List<OwedMessage> owed = Picture.pages(50, page -> store.owed(DeliveryFilter.all(), page));
        for (OwedMessage message : owed) {
            assertEquals(Optional.of(message), store.findOwed(message.id()), "a page and a look-up of a message agree");
        }
        assertEquals(
                owed.stream()
                        .filter(message -> !message.delivery().state().isSettled())
                        .toList(),
                Picture.pages(50, page -> store.owed(DeliveryFilter.open(), page)),
                "the pages of all messages and of the open ones agree");
        return owed;
    }

    static void mustBeOwedBy(NegotiationId id, List<OwedMessage> owed, NegotiationStore store) {
        assertEquals(
                owed.stream()
                        .filter(message -> message.message().negotiationId().equals(id))
                        .toList(),
                store.owedBy(id),
                "the pages of all messages and what a negotiation owes agree");
    }
}
