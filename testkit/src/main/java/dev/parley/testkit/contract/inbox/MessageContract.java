package dev.parley.testkit.contract.inbox;

import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DuplicateMessageException;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The messages that a step handled and those it owes. */
interface MessageContract extends StoreFactory {
    @Test
    default void messagesAreKeptWithTheirNegotiationInTheOrderCommitted(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationChange first = Steps.context(desk.open("n"), "step", 1);
        NegotiationChange second = Steps.context(Desk.after(first), "step", 2);
        store.commit(Commit.of(first).withMessages(List.of(in("z"), in("a")), List.of(out("y"), out("b"))));
        store.commit(Commit.of(second).withMessages(List.of(in("m")), List.of(out("n"))));
        Exactly.equal(
                List.of(in("z"), in("a"), in("m")),
                store.handledBy(first.id()),
                "what was handled reads back in the order it was committed");
        Exactly.equal(
                List.of(out("y"), out("b"), out("n")),
                Desk.owed(store, first.id()),
                "what is owed reads back in the order it was committed");
    }

    @Test
    default void anOpeningMayOweItsOfferAtOnce(NegotiationStore store) {
        new Desk(store).register(Fixtures.CAMPAIGN.value());
        NegotiationSnapshot opened = Fixtures.negotiation("n").snapshot();
        store.commit(Commit.of(NegotiationChange.opened(opened)).withMessages(List.of(), List.of(out("offer"))));
        Exactly.equal(List.of(out("offer")), Desk.owed(store, opened.id()), "an opening keeps what it owes");
        assertEquals(List.of(), store.handledBy(opened.id()), "what is owed is not handled");
    }

    @Test
    default void messagesOfOneCommitGoEachToItsNegotiation(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationChange one = Steps.events(desk.open("one"), SEND_OFFER);
        NegotiationChange other = Steps.events(desk.open("other"), SEND_OFFER);
        OutboundMessage mine = Fixtures.outbound("mine", one.id());
        OutboundMessage theirs = Fixtures.outbound("theirs", other.id());
        InboundMessage heard = Fixtures.inbound("heard", other.id());
        store.commit(Commit.of(List.of(), List.of(one, other)).withMessages(List.of(heard), List.of(theirs, mine)));
        Exactly.equal(List.of(mine), Desk.owed(store, one.id()), "each negotiation owes its own messages");
        Exactly.equal(List.of(theirs), Desk.owed(store, other.id()), "each negotiation owes its own messages");
        assertEquals(List.of(), store.handledBy(one.id()), "each negotiation has handled its own messages");
        Exactly.equal(List.of(heard), store.handledBy(other.id()), "each negotiation has handled its own messages");
    }

    @Test
    default void anOwedMessageNeedsAnIdOfItsOwn(NegotiationStore store) {
        Desk desk = new Desk(store);
        Stored<NegotiationSnapshot> now = desk.open("n");
        NegotiationChange first = Steps.context(now, "step", 1);
        store.commit(Commit.of(first).withMessages(List.of(), List.of(out("m"))));
        Commit again =
                Commit.of(Steps.context(Desk.after(first), "step", 2)).withMessages(List.of(), List.of(out("m")));
        refuse(desk, again, "the id of an owed message cannot be used again in its negotiation");
        Stored<NegotiationSnapshot> other = desk.open("other");
        Commit elsewhere = Commit.of(Steps.events(other, SEND_OFFER))
                .withMessages(
                        List.of(), List.of(Fixtures.outbound("m", other.value().id())));
        refuse(desk, elsewhere, "the id of an owed message cannot be used again in another negotiation");
        Commit twice = Commit.of(Steps.events(other, SEND_OFFER))
                .withMessages(
                        List.of(),
                        List.of(
                                Fixtures.outbound("m2", other.value().id()),
                                Fixtures.outbound("m2", other.value().id())));
        assertEquals(
                new MessageId("m2"),
                assertThrows(
                                DuplicateMessageException.class,
                                () -> store.commit(twice),
                                "two owed messages of one commit cannot share an id")
                        .messageId());
    }

    @Test
    default void anInboundMessageIsHandledOnceByANegotiation(NegotiationStore store) {
        Desk desk = new Desk(store);
        NegotiationChange first = Steps.context(desk.open("n"), "step", 1);
        NegotiationChange second = Steps.context(Desk.after(first), "step", 2);
        Commit twice = Commit.of(first).withMessages(List.of(in("m"), in("m")), List.of());
        refuse(desk, twice, "a step cannot handle one message twice");
        store.commit(Commit.of(first).withMessages(List.of(in("m")), List.of()));
        Commit again = Commit.of(second).withMessages(List.of(in("m")), List.of());
        refuse(desk, again, "a negotiation cannot handle one message twice");
    }

    @Test
    default void twoNegotiationsMayHandleOneInboundMessage(NegotiationStore store) {
        Desk desk = new Desk(store);
        for (String id : List.of("one", "two")) {
            NegotiationChange change = Steps.events(desk.open(id), SEND_OFFER);
            InboundMessage message = Fixtures.inbound("m", change.id());
            store.commit(Commit.of(change).withMessages(List.of(message), List.of()));
            Exactly.equal(
                    List.of(message), store.handledBy(change.id()), "an inbound id is unique in its negotiation alone");
        }
    }

    private static void refuse(Desk desk, Commit commit, String promise) {
        Picture before = Picture.of(desk.store());
        DuplicateMessageException refused =
                assertThrows(DuplicateMessageException.class, () -> desk.store().commit(commit), promise);
        assertEquals(new MessageId("m"), refused.messageId(), "the refusal names the message");
        Exactly.equal(before, Picture.of(desk.store()), "a refused message leaves nothing of its commit");
    }

    private static InboundMessage in(String id) {
        return Fixtures.inbound(id, Fixtures.negotiation("n").id());
    }

    private static OutboundMessage out(String id) {
        return Fixtures.outbound(id, Fixtures.negotiation("n").id());
    }
}
