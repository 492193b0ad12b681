package dev.parley.application.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process has died between taking a message and recording what came of it; another one comes upon it. */
class UnconfirmedTest {
    private final Outgoing outgoing = new Outgoing();
    private final MessageSender sender = mock(MessageSender.class);
    private final UnconfirmedPolicy policy = mock(UnconfirmedPolicy.class);
    private final MessageDispatcher dispatcher = outgoing.dispatcher(sender, policy);
    private final MessageId id = outgoing.owe("n-1", "m-1");
    private final OwedMessage abandoned = outgoing.claim();

    @BeforeEach
    void letTheLeaseEnd() throws Exception {
        when(sender.send(any())).thenReturn(SendResult.sent(Receipt.plain()));
        outgoing.clock.advance(Outgoing.LEASE);
    }

    private static DispatchReport asked(long sent, long deferred, long failed, long unconfirmed) {
        return new DispatchReport(sent, deferred, failed, unconfirmed, 1, List.of(), null);
    }

    @Test
    void withinTheLeaseItIsLeftToItsSender() throws Exception {
        outgoing.clock.advance(Duration.ofNanos(-1_000));

        assertEquals(0, dispatcher.dispatch().asked());

        verify(policy, never()).ask(any());
        assertEquals(abandoned, outgoing.find(id));
    }

    @Test
    void thePolicyIsAskedAndWhatItFindsOutIsRecorded() throws Exception {
        Receipt receipt = new Receipt(new MessageId("provider's own"), new ThreadId("t-1"));
        when(policy.ask(any())).thenReturn(Verdict.wasSent(receipt));

        assertEquals(asked(1, 0, 0, 0), dispatcher.dispatch());

        verify(sender, never()).send(any());
        assertEquals(DeliveryState.SENT, outgoing.state(id));
        assertEquals(receipt, outgoing.delivery(id).receipt());
        assertTrue(outgoing.negotiations.findByThread(new ThreadId("t-1")).isPresent());
    }

    @Test
    void thePolicySeesItAsUnconfirmedWithItsContent() throws Exception {
        when(policy.ask(any())).thenAnswer(call -> {
            OwedMessage message = call.getArgument(0);
            assertEquals(abandoned.message(), message.message());
            assertEquals(DeliveryState.UNCONFIRMED, message.delivery().state());
            assertEquals(DeliveryState.UNCONFIRMED, outgoing.state(id), "visibly, while nobody knows");
            return Verdict.leaveToHuman();
        });

        assertEquals(asked(0, 0, 0, 1), dispatcher.dispatch());
    }

    @Test
    void whatDidNotGoOutIsSentAtOnceAndBeforeThoseBehindIt() throws Exception {
        MessageId behind = outgoing.owe("n-1", "m-2");
        when(policy.ask(any())).thenReturn(Verdict.wasNotSent());

        assertEquals(asked(2, 1, 0, 0), dispatcher.dispatch());

        assertEquals(2, outgoing.delivery(id).attempts());
        assertEquals(DeliveryState.SENT, outgoing.state(id));
        assertEquals(DeliveryState.SENT, outgoing.state(behind));
    }

    @Test
    void whatIsStillUnknownIsAskedAboutLaterEachTime() throws Exception {
        MessageId behind = outgoing.owe("n-1", "m-2");
        when(policy.ask(any())).thenReturn(Verdict.stillUnknown());
        Instant since = outgoing.clock.instant();
        List<Long> wholeSeconds = List.of(30L, 30L, 60L, 3_600L);
        List<Long> afterSeconds = List.of(0L, 30L, 60L, 90_000L);
        for (int i = 0; i < wholeSeconds.size(); i++) {
            outgoing.clock.set(since.plusSeconds(afterSeconds.get(i)));
            Duration whole = Duration.ofSeconds(wholeSeconds.get(i));

            assertEquals(asked(0, 0, 0, 1), dispatcher.dispatch());

            Delivery delivery = outgoing.delivery(id);
            Duration wait = Duration.between(outgoing.clock.instant(), delivery.dueAt());
            assertTrue(
                    wait.compareTo(whole) <= 0
                            && wait.compareTo(whole.dividedBy(2).minusNanos(1_000)) >= 0,
                    wait::toString);
            assertEquals(since, delivery.since());
            assertFalse(delivery.problem().isBlank());
            assertEquals(0, dispatcher.dispatch().asked(), "the question is not due yet");
        }
        assertEquals(DeliveryState.PENDING, outgoing.state(behind), "those behind it wait");
    }

    @Test
    void whatIsLeftToAHumanIsNotAskedAboutAgain() throws Exception {
        when(policy.ask(any())).thenReturn(Verdict.leaveToHuman());
        dispatcher.dispatch();
        outgoing.clock.advance(Duration.ofDays(365));

        assertEquals(0, dispatcher.dispatch().asked());
        assertEquals(DeliveryState.UNCONFIRMED, outgoing.state(id));

        outgoing.deliveries.retry(id);
        assertEquals(1, dispatcher.dispatch().sent());
    }

    @Test
    void aPolicyThatFailsIsAskedAgainAndNotQuoted() throws Exception {
        when(policy.ask(any()))
                .thenThrow(new IllegalStateException(Outgoing.SECRET))
                .thenReturn(Verdict.wasSent(Receipt.plain()));

        assertEquals(asked(0, 0, 0, 1), dispatcher.dispatch());
        assertEquals(
                IllegalStateException.class.getName(), outgoing.delivery(id).problem());

        outgoing.clock.advance(Duration.ofSeconds(30));
        assertEquals(asked(1, 0, 0, 0), dispatcher.dispatch());
    }

    @Test
    void aPolicyThatSaysNothingIsAskedAgain() throws Exception {
        when(policy.ask(any())).thenReturn(null);

        assertEquals(asked(0, 0, 0, 1), dispatcher.dispatch());

        assertEquals(DeliveryState.UNCONFIRMED, outgoing.state(id));
    }

    @Test
    void theReadyMadePolicyForHumansSendsNothing() throws Exception {
        outgoing.dispatcher(sender, UnconfirmedPolicy.leaveToHuman()).dispatch();

        verify(sender, never()).send(any());
        assertEquals(DeliveryState.UNCONFIRMED, outgoing.state(id));
    }

    @Test
    void theReadyMadePolicyForProvidersThatDropDoublesSendsAgainUnderTheSameId() throws Exception {
        outgoing.dispatcher(sender, UnconfirmedPolicy.resend()).dispatch();

        verify(sender).send(argThat(message -> message.message().equals(abandoned.message())));
        assertEquals(DeliveryState.SENT, outgoing.state(id));
    }

    @Test
    void resendingEndsAtTheCap() throws Exception {
        when(sender.send(any())).thenReturn(SendResult.unknown("the line broke"));
        MessageDispatcher resending = outgoing.dispatcher(sender, UnconfirmedPolicy.resend());
        for (int i = 0; i < 20; i++) {
            resending.dispatch();
            outgoing.clock.advance(Duration.ofHours(1));
        }

        verify(sender, times(7)).send(any());
        assertEquals(DeliveryState.FAILED, outgoing.state(id));
        assertEquals(8, outgoing.delivery(id).attempts(), "the abandoned one counts");
    }
}
