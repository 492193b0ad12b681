package dev.parley.application.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.parley.application.Around;
import dev.parley.application.delivery.DispatchReport.Stoppage;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreClosedException;
import dev.parley.domain.port.StoreException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.fault.FailingStore;
import dev.parley.testkit.fault.Fault;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The store fails while messages are sent. */
class DispatchTroubleTest {
    private final FailingStore store = new FailingStore(new InMemoryNegotiationStore());
    private final Outgoing outgoing = new Outgoing(store);
    private final MessageSender sender = mock(MessageSender.class);
    private final UnconfirmedPolicy policy = mock(UnconfirmedPolicy.class);
    private final MessageDispatcher dispatcher = outgoing.dispatcher(sender, policy);
    private final MessageId id = outgoing.owe("n-1", "m-1");

    @BeforeEach
    void askForNothing() throws Exception {
        when(policy.ask(any())).thenReturn(Verdict.wasSent(Receipt.plain()));
    }

    /** The calls of the store that come after the sending. */
    private void failAfterSending(SendResult result, Fault... faults) throws Exception {
        doAnswer(call -> {
                    List.of(faults).forEach(fault -> store.failNext(1, fault));
                    return result;
                })
                .when(sender)
                .send(any());
    }

    private List<SendResult> results() {
        return List.of(
                SendResult.sent(Receipt.plain()),
                SendResult.notSent("mailbox full"),
                SendResult.rejected("no such address"),
                SendResult.unknown("the line broke"));
    }

    @Test
    void aResultThatFailsToBeRecordedOnceIsRecordedTheSecondTime() throws Exception {
        outgoing.deliveries.giveUp(id);
        for (SendResult result : results()) {
            for (Fault fault : Fault.values()) {
                MessageId message = outgoing.owe("n " + result + fault, "m " + result + fault);
                failAfterSending(result, fault);

                DispatchReport report = dispatcher.dispatch();

                assertNull(report.stoppage(), fault + " " + result);
                assertEquals(List.of(), report.deviations());
                assertEquals(expected(result), outgoing.state(message), fault + " " + result);
            }
        }
    }

    private static DeliveryState expected(SendResult result) {
        if (result instanceof SendResult.NotSent not) {
            return not.permanent() ? DeliveryState.FAILED : DeliveryState.PENDING;
        }
        return result instanceof SendResult.Sent ? DeliveryState.SENT : DeliveryState.UNCONFIRMED;
    }

    @Test
    void aResultThatCannotBeRecordedIsToldAndSurfacesAsUnconfirmed() throws Exception {
        MessageId other = outgoing.owe("n-2", "m-2");
        failAfterSending(SendResult.sent(Receipt.plain()), Fault.NOT_WRITTEN, Fault.BUSY);

        DispatchReport report = dispatcher.dispatch();

        Stoppage stoppage = report.stoppage();
        assertEquals(id, stoppage.unrecorded());
        assertInstanceOf(StoreBusyException.class, stoppage.cause());
        assertEquals(0, report.sent());
        assertEquals(DeliveryState.SENDING, outgoing.state(id));
        assertEquals(DeliveryState.PENDING, outgoing.state(other), "nothing more is sent while nothing is recorded");
        verify(sender, times(1)).send(any());

        store.mend();
        outgoing.clock.advance(Outgoing.LEASE);
        outgoing.deliveries.giveUp(other);
        assertEquals(1, dispatcher.dispatch().asked());
        verify(sender, times(1)).send(any());
        assertEquals(DeliveryState.SENT, outgoing.state(id));
    }

    @Test
    void aStoreThatIsClosedMeanwhileIsTold() throws Exception {
        when(sender.send(any())).thenAnswer(call -> {
            store.close();
            return SendResult.sent(Receipt.plain());
        });

        Stoppage stoppage = dispatcher.dispatch().stoppage();

        assertEquals(id, stoppage.unrecorded());
        assertInstanceOf(StoreClosedException.class, stoppage.cause());
    }

    @Test
    void troubleBetweenTwoMessagesKeepsTheReportOfTheFirst() throws Exception {
        when(sender.send(any())).thenReturn(SendResult.sent(Receipt.plain()));
        MessageId other = outgoing.owe("n-2", "m-2");
        NegotiationStore troubled = Around.store(store, (method, arguments, call) -> {
            if (method.equals("claim") && outgoing.state(id) == DeliveryState.SENT) {
                store.failNext(1, Fault.NOT_WRITTEN);
            }
            return call.proceed();
        });

        DispatchReport report = outgoing.dispatcher(troubled, sender, policy).dispatch();

        assertEquals(1, report.sent());
        assertNull(report.stoppage().unrecorded());
        assertInstanceOf(StoreFailureException.class, report.stoppage().cause());
        assertEquals(DeliveryState.PENDING, outgoing.state(other));
    }

    @Test
    void troubleBeforeAnyMessageIsThrown() throws Exception {
        for (Fault fault : Fault.values()) {
            store.failNext(1, fault);
            assertThrows(StoreException.class, dispatcher::dispatch);
        }
        verify(sender, never()).send(any());
    }

    @Test
    void aClaimThatWasMadeUnseenSurfacesAsUnconfirmed() throws Exception {
        store.failNext(1, Fault.UNKNOWN_AND_DONE);
        assertThrows(StoreFailureException.class, dispatcher::dispatch);

        assertEquals(0, dispatcher.dispatch().sent(), "somebody may have it");
        outgoing.clock.advance(Outgoing.LEASE);
        assertEquals(1, dispatcher.dispatch().asked());
        verify(sender, never()).send(any());
    }

    @Test
    void anErrorOfASenderIsRecordedAndThrown() throws Exception {
        OutOfMemoryError error = new OutOfMemoryError(Outgoing.SECRET);
        when(sender.send(any())).thenThrow(error);

        assertSame(error, assertThrows(OutOfMemoryError.class, dispatcher::dispatch));

        assertEquals(DeliveryState.UNCONFIRMED, outgoing.state(id));
        assertEquals(OutOfMemoryError.class.getName(), outgoing.delivery(id).problem());
    }

    @Test
    void anErrorOfASenderIsThrownWhereItCannotBeRecorded() throws Exception {
        OutOfMemoryError error = new OutOfMemoryError();
        when(sender.send(any())).thenAnswer(call -> {
            store.failNext(2, Fault.NOT_WRITTEN);
            throw error;
        });

        assertSame(error, assertThrows(OutOfMemoryError.class, dispatcher::dispatch));

        assertInstanceOf(StoreFailureException.class, error.getSuppressed()[0]);
        assertEquals(DeliveryState.SENDING, outgoing.state(id));
    }
}
