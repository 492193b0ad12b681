package dev.parley.application.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.value.InvalidValueException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a message by what its sender says. */
class MessageDispatcherTest {
    private final Outgoing outgoing = new Outgoing();
    private final MessageSender sender = mock(MessageSender.class);
    private final UnconfirmedPolicy policy = mock(UnconfirmedPolicy.class);
    private final MessageDispatcher dispatcher = outgoing.dispatcher(sender, policy);

    @BeforeEach
    void sendWhatIsSent() throws Exception {
        when(sender.send(any())).thenReturn(SendResult.sent(Receipt.plain()));
    }

    private static DispatchReport report(long sent, long deferred, long failed, long unconfirmed) {
        return new DispatchReport(sent, deferred, failed, unconfirmed, 0, List.of(), null);
    }

    private void assertDueBetween(Duration least, Duration most, Instant from, Delivery delivery) {
        Instant due = delivery.dueAt();
        assertFalse(due.isBefore(from.plus(least)), () -> "due too early: " + due);
        assertFalse(due.isAfter(from.plus(most)), () -> "due too late: " + due);
    }

    @Test
    void whatIsOwedIsSentInOrderAndRecorded() throws Exception {
        List<String> sent = new ArrayList<>();
        when(sender.send(any())).thenAnswer(call -> {
            OwedMessage message = call.getArgument(0);
            assertEquals(DeliveryState.SENDING, outgoing.state(message.id()), "that a sender has it is durable before");
            sent.add(message.id().value());
            return SendResult.sent(Receipt.plain());
        });
        List.of("m-1", "m-2", "m-3").forEach(id -> outgoing.owe("n-1", id));

        assertEquals(report(3, 0, 0, 0), dispatcher.dispatch());

        assertEquals(List.of("m-1", "m-2", "m-3"), sent);
        assertEquals(report(0, 0, 0, 0), dispatcher.dispatch(), "nothing is owed any more");
        verifyNoInteractions(policy);
    }

    @Test
    void theReceiptOfTheOpeningOfferBindsItsThread() throws Exception {
        MessageId offer = outgoing.owe("n-1", "<offer@us>");
        Receipt receipt = new Receipt(new MessageId("provider's own"), new ThreadId("t-1"));
        when(sender.send(any())).thenReturn(SendResult.sent(receipt));

        dispatcher.dispatch();

        assertEquals(receipt, outgoing.delivery(offer).receipt());
        assertTrue(outgoing.negotiations.findByThread(new ThreadId("t-1")).isPresent());
    }

    @Test
    void aThreadThatCannotBeBoundIsToldAndTheMessageIsSentAllTheSame() throws Exception {
        MessageId offer = outgoing.owe("n-1", "<offer@us>");
        outgoing.negotiations.bind(new NegotiationId("n-1"), new ThreadId("t-2"));
        when(sender.send(any())).thenReturn(SendResult.sent(new Receipt(null, new ThreadId("t-1"))));

        DispatchReport report = dispatcher.dispatch();

        assertEquals(1, report.sent());
        assertEquals(
                List.of(offer), report.deviations().stream().map(Recorded::id).toList());
        assertEquals(DeliveryState.SENT, outgoing.state(offer));
    }

    @Test
    void whatWasNotSentIsTriedAgainAfterAWaitThatGrowsUntilItHasFailed() throws Exception {
        MessageId id = outgoing.owe("n-1", "m-1");
        when(sender.send(any())).thenReturn(SendResult.notSent("mailbox full"));
        for (int attempt = 1; attempt < 8; attempt++) {
            Instant now = outgoing.clock.instant();
            assertEquals(report(0, 1, 0, 0), dispatcher.dispatch());

            Delivery delivery = outgoing.delivery(id);
            Duration whole = Duration.ofSeconds(Math.min(3_600, 30L << (attempt - 1)));
            assertEquals(DeliveryState.PENDING, delivery.state());
            assertEquals(attempt, delivery.attempts());
            assertEquals("mailbox full", delivery.problem());
            assertDueBetween(whole.dividedBy(2).minusNanos(1_000), whole, now, delivery);
            assertEquals(report(0, 0, 0, 0), dispatcher.dispatch(), "it is not due yet");
            outgoing.clock.set(delivery.dueAt());
        }

        assertEquals(report(0, 0, 1, 0), dispatcher.dispatch());

        assertEquals(DeliveryState.FAILED, outgoing.state(id));
        assertEquals(8, outgoing.delivery(id).attempts());
    }

    @Test
    void whatIsRejectedHasFailedAtOnce() throws Exception {
        MessageId id = outgoing.owe("n-1", "m-1");
        when(sender.send(any())).thenReturn(SendResult.rejected("no such address"));

        assertEquals(report(0, 0, 1, 0), dispatcher.dispatch());

        assertEquals(DeliveryState.FAILED, outgoing.state(id));
        assertEquals("no such address", outgoing.delivery(id).problem());
    }

    @Test
    void aFailedMessageHoldsThoseBehindItUntilAHumanDecides() throws Exception {
        MessageId first = outgoing.owe("n-1", "m-1");
        MessageId second = outgoing.owe("n-1", "m-2");
        MessageId other = outgoing.owe("n-2", "m-3");
        when(sender.send(any()))
                .thenReturn(SendResult.rejected("no such address"))
                .thenReturn(SendResult.sent(Receipt.plain()));

        assertEquals(report(1, 0, 1, 0), dispatcher.dispatch());
        assertEquals(DeliveryState.PENDING, outgoing.state(second));
        assertEquals(DeliveryState.SENT, outgoing.state(other));

        outgoing.deliveries.retry(first);
        assertEquals(report(2, 0, 0, 0), dispatcher.dispatch());
        assertEquals(DeliveryState.SENT, outgoing.state(second));
    }

    @Test
    void whatIsGivenUpLetsThoseBehindItGo() throws Exception {
        MessageId first = outgoing.owe("n-1", "m-1");
        MessageId second = outgoing.owe("n-1", "m-2");
        when(sender.send(any()))
                .thenReturn(SendResult.rejected("no such address"))
                .thenReturn(SendResult.sent(Receipt.plain()));
        dispatcher.dispatch();

        outgoing.deliveries.giveUp(first);

        assertEquals(report(1, 0, 0, 0), dispatcher.dispatch());
        assertEquals(DeliveryState.SENT, outgoing.state(second));
    }

    @Test
    void whatIsUnknownIsUnconfirmedAndAskedAboutLater() throws Exception {
        MessageId id = outgoing.owe("n-1", "m-1");
        when(sender.send(any())).thenReturn(SendResult.unknown("the line broke"));

        assertEquals(report(0, 0, 0, 1), dispatcher.dispatch());

        Delivery delivery = outgoing.delivery(id);
        assertEquals(DeliveryState.UNCONFIRMED, delivery.state());
        assertEquals("the line broke", delivery.problem());
        assertDueBetween(
                Duration.ofSeconds(15).minusNanos(1_000), Duration.ofSeconds(30), outgoing.clock.instant(), delivery);
        verifyNoInteractions(policy);
    }

    @Test
    void whatASenderThrowsMakesItUnknownAndIsNotQuoted() throws Exception {
        List<Exception> thrown = List.of(
                new IllegalStateException(Outgoing.SECRET),
                new IOException(Outgoing.SECRET, new IllegalStateException(Outgoing.SECRET)));
        for (Exception broken : thrown) {
            MessageId id = outgoing.owe("n " + broken.getClass(), "m " + broken.getClass());
            doThrow(broken).when(sender).send(any());

            DispatchReport report = dispatcher.dispatch();

            assertEquals(report(0, 0, 0, 1), report);
            assertEquals(DeliveryState.UNCONFIRMED, outgoing.state(id));
            assertEquals(broken.getClass().getName(), outgoing.delivery(id).problem());
            assertFalse(report.toString().contains(Outgoing.SECRET));
        }
    }

    @Test
    void aSenderThatSaysNothingOrNonsenseLeavesItUnknown() throws Exception {
        MessageId nothing = outgoing.owe("n-1", "m-1");
        MessageId nonsense = outgoing.owe("n-2", "m-2");
        when(sender.send(any())).thenReturn(null).thenAnswer(call -> SendResult.notSent("lone \ud83d surrogate"));

        assertEquals(report(0, 0, 0, 2), dispatcher.dispatch());

        assertEquals(
                NullPointerException.class.getName(), outgoing.delivery(nothing).problem());
        assertEquals(
                InvalidValueException.class.getName(),
                outgoing.delivery(nonsense).problem());
    }

    @Test
    void aLongProblemIsCutNotRefused() throws Exception {
        MessageId id = outgoing.owe("n-1", "m-1");
        when(sender.send(any())).thenReturn(SendResult.rejected("x".repeat(100_000)));

        dispatcher.dispatch();

        assertEquals(DeliveryState.FAILED, outgoing.state(id));
        assertEquals("x".repeat(500), outgoing.delivery(id).problem());
    }

    @Test
    void whatIsOwedIsSentWhateverBecameOfItsNegotiation() {
        MessageId paused = outgoing.owe("paused", "m-1");
        MessageId stopped = outgoing.owe("stopped", "m-2");
        outgoing.negotiations.pause(new NegotiationId("paused"), null);
        outgoing.negotiations.stop(new NegotiationId("stopped"), null);

        assertEquals(report(2, 0, 0, 0), dispatcher.dispatch());

        assertEquals(DeliveryState.SENT, outgoing.state(paused));
        assertEquals(DeliveryState.SENT, outgoing.state(stopped));
    }

    @Test
    void whatWasDeletedIsNotSentAndADeletionMeanwhileIsTold() throws Exception {
        outgoing.owe("deleted", "m-1");
        delete("deleted");
        MessageId id = outgoing.owe("n-1", "m-2");
        when(sender.send(any())).thenAnswer(call -> {
            delete("n-1");
            return SendResult.sent(Receipt.plain());
        });

        DispatchReport report = dispatcher.dispatch();

        assertEquals(new DispatchReport(0, 0, 0, 0, 0, List.of(new Recorded.Gone(id)), null), report);
    }

    private void delete(String id) {
        outgoing.negotiations.delete(
                outgoing.negotiations.find(new NegotiationId(id)).orElseThrow());
    }

    @Test
    void aClockThatGoesBackSendsNothingTwice() throws Exception {
        MessageId sent = outgoing.owe("n-1", "m-1");
        dispatcher.dispatch();
        MessageId deferred = outgoing.owe("n-2", "m-2");
        when(sender.send(any())).thenReturn(SendResult.notSent("mailbox full"));
        dispatcher.dispatch();
        MessageId held = outgoing.owe("n-3", "m-3");
        assertEquals(held, outgoing.claim().id());
        outgoing.clock.advance(Duration.ofDays(-1));

        assertEquals(report(0, 0, 0, 0), dispatcher.dispatch());

        assertEquals(DeliveryState.SENT, outgoing.state(sent));
        assertEquals(DeliveryState.PENDING, outgoing.state(deferred));
        assertEquals(DeliveryState.SENDING, outgoing.state(held), "its sender has it until the lease is over");
        MessageId owedThen = outgoing.owe("n-4", "m-4");
        when(sender.send(any())).thenReturn(SendResult.sent(Receipt.plain()));
        assertEquals(report(1, 0, 0, 0), dispatcher.dispatch());
        assertEquals(DeliveryState.SENT, outgoing.state(owedThen));
    }

    @Test
    void anInterruptedThreadSendsNothingMore() throws Exception {
        MessageId first = outgoing.owe("n-1", "m-1");
        MessageId second = outgoing.owe("n-2", "m-2");
        when(sender.send(any())).thenAnswer(call -> {
            Thread.currentThread().interrupt();
            return SendResult.sent(Receipt.plain());
        });

        DispatchReport report = dispatcher.dispatch();

        assertTrue(Thread.interrupted(), "the thread stays interrupted");
        assertEquals(report(1, 0, 0, 0), report);
        assertEquals(DeliveryState.SENT, outgoing.state(first), "the message in hand is finished");
        assertEquals(DeliveryState.PENDING, outgoing.state(second));
    }

    @Test
    void anInterruptThatASenderThrowsIsNotLost() throws Exception {
        MessageId first = outgoing.owe("n-1", "m-1");
        when(sender.send(any())).thenThrow(new InterruptedException());

        DispatchReport report = dispatcher.dispatch();

        assertTrue(Thread.interrupted());
        assertEquals(report(0, 0, 0, 1), report);
        assertEquals(DeliveryState.UNCONFIRMED, outgoing.state(first));
    }

    @Test
    void aThreadThatIsInterruptedAlreadyTakesNothing() throws Exception {
        MessageId first = outgoing.owe("n-1", "m-1");
        Thread.currentThread().interrupt();

        DispatchReport report = dispatcher.dispatch();

        assertTrue(Thread.interrupted());
        assertEquals(report(0, 0, 0, 0), report);
        assertEquals(DeliveryState.PENDING, outgoing.state(first));
        verify(sender, never()).send(any());
    }

    @Test
    void noContentIsShown() throws Exception {
        MessageId id = outgoing.owe("n-1", "m-1");
        when(sender.send(any())).thenReturn(SendResult.rejected("no such address as jane@example.com"));
        outgoing.negotiations.bind(new NegotiationId("n-1"), new ThreadId("t-1"));

        dispatcher.dispatch();

        Recorded recorded = outgoing.deliveries.sent(outgoing.find(id), new Receipt(null, new ThreadId("t-2")));
        String shown =
                recorded.toString() + outgoing.find(id) + SendResult.rejected("jane@") + SendResult.unknown("jane@");
        assertFalse(shown.contains("jane@") || shown.contains(Outgoing.SECRET), shown);
        assertEquals(
                Optional.of(new ThreadId("t-1")),
                outgoing.negotiations
                        .find(new NegotiationId("n-1"))
                        .orElseThrow()
                        .value()
                        .threadId());
        assertNull(outgoing.delivery(id).dueAt());
    }
}
