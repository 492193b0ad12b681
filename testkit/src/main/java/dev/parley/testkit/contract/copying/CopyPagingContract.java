package dev.parley.testkit.contract.copying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationCopy;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.RecordedStep;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.Dispatch;
import dev.parley.testkit.junit.CopyableStoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Copies come a page at a time, each whole. */
interface CopyPagingContract extends CopyableStoreFactory {
    @Test
    default void pagesOfCopiesHoldEachNegotiationOnceInOrder(CopyableStore store) {
        Desk desk = new Desk(store);
        List<NegotiationId> opened = desk.openMany("n", 7);
        NegotiationId gone = opened.get(3);
        store.delete(gone, 1);
        for (int limit = 1; limit <= 8; limit++) {
            assertEquals(
                    Picture.pages(limit, page -> store.negotiations(NegotiationFilter.all(), page)),
                    Picture.pages(limit, store::copies).stream()
                            .map(NegotiationCopy::stored)
                            .toList(),
                    "pages of copies hold each negotiation once, in the order they were opened");
        }
        assertEquals(Optional.empty(), store.copyOf(gone), "what is deleted has no copy");
    }

    @Test
    default void aCopyHasAllThatIsKeptOfItsNegotiation(CopyableStore store) {
        Desk desk = new Desk(store);
        NegotiationChange change = Steps.to(NegotiationState.AGREED, desk.open("n"));
        NegotiationId id = change.id();
        List<InboundMessage> handled = List.of(Fixtures.inbound("1", id), Fixtures.inbound("2", id));
        store.commit(Commit.of(change).withMessages(handled, List.of()).named(Fixtures.step("step")));
        RecordedStep step = new RecordedStep(
                Fixtures.step("step"),
                2,
                NegotiationState.AGREED,
                change.snapshot().updatedAt());
        Exactly.equal(
                List.of(new NegotiationCopy(Desk.after(change), handled, List.of(step), true)),
                Picture.pages(1, store::copies),
                "a copy has all that is kept of its negotiation");
    }

    @Test
    default void largeMessagesStayWithTheirNegotiation(CopyableStore store) {
        Desk desk = new Desk(store);
        String large = "x".repeat(1_000_000);
        for (NegotiationId id : desk.openMany("n", 4)) {
            List<InboundMessage> handled = IntStream.range(0, 3)
                    .mapToObj(i -> new InboundMessage(
                            new MessageId("m-" + i), id, Dispatch.at(i), Attributes.of(Map.of("text", large))))
                    .toList();
            store.commit(Commit.of(Steps.context(desk.read(id), "handles", 3)).withMessages(handled, List.of()));
        }
        List<NegotiationCopy> copies = Picture.pages(4, store::copies);
        assertEquals(4, copies.size(), "however large messages are, each negotiation has its copy");
        for (NegotiationCopy copy : copies) {
            assertEquals(store.handledBy(copy.id()), copy.handled(), "with all of its messages");
            assertTrue(
                    copy.isIdenticalTo(store.copyOf(copy.id()).orElseThrow()), "a page and a look-up of a copy agree");
        }
    }
}
