package dev.parley.application.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.application.Around;
import dev.parley.application.DamagedRows;
import dev.parley.application.Step;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.ThreadAlreadyBoundException;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.ThreadTakenException;
import dev.parley.domain.port.UnreadableException;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.fault.FailingStore;
import dev.parley.testkit.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the provider said of a message is recorded with it, and puts its negotiation on the thread. */
class ReceiptTest {
    private static final NegotiationId ID = new NegotiationId("n-1");
    private static final ThreadId THREAD = new ThreadId("t-1");
    private static final Receipt RECEIPT = new Receipt(new MessageId("provider's own"), THREAD);

    private final FailingStore store = new FailingStore(new InMemoryNegotiationStore());
    private final Outgoing outgoing = new Outgoing(store);
    private final MessageId offer = outgoing.owe(ID.value(), "<offer@us>");

    private Optional<ThreadId> thread() {
        return outgoing.negotiations.find(ID).orElseThrow().value().threadId();
    }

    private long revision() {
        return outgoing.negotiations.find(ID).orElseThrow().revision();
    }

    private void assertSentWithoutThread(Class<? extends RuntimeException> reason, Recorded recorded) {
        Recorded.SentWithoutThread sent = assertInstanceOf(Recorded.SentWithoutThread.class, recorded);
        assertInstanceOf(reason, sent.reason());
        assertEquals(outgoing.find(offer), sent.message());
        assertEquals(RECEIPT, outgoing.delivery(offer).receipt());
    }

    @Test
    void theThreadOfTheOpeningOfferIsBoundByTheSameCommit() {
        List<Commit> commits = new ArrayList<>();
        NegotiationStore watched = Around.store(store, (method, arguments, call) -> {
            if (method.equals("commit")) {
                commits.add((Commit) arguments[0]);
            }
            return call.proceed();
        });

        Recorded recorded = new Deliveries(watched, outgoing.clock).sent(outgoing.claim(), RECEIPT);

        assertEquals(new Recorded.AsReported(outgoing.find(offer)), recorded);
        assertEquals(DeliveryState.SENT, outgoing.state(offer));
        assertEquals(RECEIPT, outgoing.delivery(offer).receipt());
        assertEquals(
                ID,
                outgoing.negotiations.findByThread(THREAD).orElseThrow().value().id());
        assertEquals(1, commits.size());
    }

    @Test
    void aCommitThatFailsLeavesBothUndone() {
        OwedMessage claimed = outgoing.claim();
        NegotiationStore full = Around.store(store, (method, arguments, call) -> {
            if (method.equals("commit")) {
                store.failNext(1, Fault.NOT_WRITTEN);
            }
            return call.proceed();
        });

        assertThrows(StoreFailureException.class, () -> new Deliveries(full, outgoing.clock).sent(claimed, RECEIPT));

        assertEquals(claimed, outgoing.find(offer));
        assertEquals(Optional.empty(), thread());
    }

    @Test
    void aReceiptWithoutAThreadBindsNone() {
        outgoing.deliveries.sent(outgoing.claim(), Receipt.plain());

        assertEquals(Receipt.plain(), outgoing.delivery(offer).receipt());
        assertEquals(Optional.empty(), thread());
    }

    @Test
    void theThreadItIsOnAlreadyChangesNothingOfTheNegotiation() {
        outgoing.negotiations.bind(ID, THREAD);
        long before = revision();

        Recorded recorded = outgoing.deliveries.sent(outgoing.claim(), RECEIPT);

        assertEquals(new Recorded.AsReported(outgoing.find(offer)), recorded);
        assertEquals(before, revision());
    }

    @Test
    void aNegotiationOnAnotherThreadStaysThere() {
        outgoing.negotiations.bind(ID, new ThreadId("t-2"));

        assertSentWithoutThread(ThreadAlreadyBoundException.class, outgoing.deliveries.sent(outgoing.claim(), RECEIPT));
        assertEquals(Optional.of(new ThreadId("t-2")), thread());
    }

    @Test
    void aThreadOfAnotherNegotiationStaysItsOwn() {
        NegotiationId other = new NegotiationId("n-2");
        outgoing.negotiations.open(other, Fixtures.CAMPAIGN, THREAD, Fixtures.context());

        assertSentWithoutThread(ThreadTakenException.class, outgoing.deliveries.sent(outgoing.claim(), RECEIPT));
        assertEquals(Optional.empty(), thread());
    }

    @Test
    void aNegotiationThatCannotBeReadLosesNoReceipt() {
        DamagedRows damaged = new DamagedRows(store);
        damaged.damage(ID);

        Recorded recorded = new Deliveries(damaged.store(), outgoing.clock).sent(outgoing.claim(), RECEIPT);

        assertSentWithoutThread(UnreadableException.class, recorded);
    }

    @Test
    void whatHappensToTheNegotiationMeanwhileStands() {
        NegotiationStore meddled = Around.store(store, (method, arguments, call) -> {
            Object found = call.proceed();
            if (method.equals("find") && revision() < 4) {
                outgoing.negotiations.advance(
                        ID, stored -> Step.on(stored).put("turn", String.valueOf(stored.revision())));
            }
            return found;
        });

        new Deliveries(meddled, outgoing.clock).sent(outgoing.claim(), RECEIPT);

        assertEquals(Optional.of(THREAD), thread());
        assertEquals(5, revision(), "two changes of others, and the binding");
        assertEquals(DeliveryState.SENT, outgoing.state(offer));
    }

    @Test
    void negotiationsThatHaveEndedOrRestAreBoundToo() {
        outgoing.negotiations.stop(ID, "changed our mind, though the offer was out");

        outgoing.deliveries.sent(outgoing.claim(), RECEIPT);

        assertEquals(Optional.of(THREAD), thread());
    }

    @Test
    void aDeletedNegotiationIsNoError() {
        OwedMessage claimed = outgoing.claim();
        outgoing.negotiations.delete(outgoing.negotiations.find(ID).orElseThrow());

        assertEquals(new Recorded.Gone(offer), outgoing.deliveries.sent(claimed, RECEIPT));
        assertEquals(new Recorded.Gone(offer), outgoing.deliveries.sent(claimed, Receipt.plain()));
        assertEquals(new Recorded.Gone(offer), outgoing.deliveries.failed(claimed, "no such address"));
    }

    @Test
    void aNegotiationDeletedWhileItsReceiptIsRecordedIsNoError() {
        OwedMessage claimed = outgoing.claim();
        NegotiationStore meddled = Around.store(store, (method, arguments, call) -> {
            Object found = call.proceed();
            if (method.equals("find")) {
                outgoing.negotiations.advance(ID, stored -> Step.on(stored, NegotiationEvent.STOP));
                store.delete(ID, 3);
            }
            return found;
        });

        assertEquals(new Recorded.Gone(offer), new Deliveries(meddled, outgoing.clock).sent(claimed, RECEIPT));
    }
}
