package dev.parley.application.delivery;

import static dev.parley.domain.negotiation.NegotiationEvent.ACCEPT;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.parley.application.Advanced;
import dev.parley.application.AgreedTerms;
import dev.parley.application.Negotiations;
import dev.parley.application.Step;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The whole life of an opening offer, as an orchestrator sees it. */
class OpeningOfferTest {
    private static final NegotiationId JANE = new NegotiationId("jane-spring");
    private static final MessageId OFFER = new MessageId("<offer-1@us>");
    private static final MessageId REPLY = new MessageId("<reply-1@jane>");
    private static final ThreadId THREAD = new ThreadId("thread-9");

    private final NegotiationStore store = new InMemoryNegotiationStore();
    private final SettableClock clock = new SettableClock();
    private final Negotiations negotiations = new Negotiations(store, clock);
    private final Deliveries deliveries = new Deliveries(store, clock);
    private final MessageSender provider = mock(MessageSender.class);
    private final UnconfirmedPolicy mailbox = mock(UnconfirmedPolicy.class);

    private MessageDispatcher dispatcher() {
        return new MessageDispatcher(store, provider, mailbox, clock, new Random(1), DispatchOptions.defaults());
    }

    @Test
    void fromBeingOwedToBeingAnswered() throws Exception {
        // The offer is recorded as owed by the step that decides on it, before anything is sent.
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        Stored<Negotiation> opened = negotiations.open(JANE, Fixtures.CAMPAIGN, Attributes.empty());
        Instant due = clock.instant().plus(Duration.ofDays(3));
        negotiations.advance(Step.on(opened, SEND_OFFER)
                .owes(OFFER, Attributes.of(Map.of("text", "How about 25.50?")))
                .replyDue(due));
        assertEquals(DeliveryState.PENDING, state());

        // The process dies while it sends.
        OwedMessage inHand = deliveries.claim(Duration.ofMinutes(5)).orElseThrow();
        assertEquals(OFFER, inHand.id());

        // The next process finds one message owed, and nothing sends it while the first may still be at it.
        assertEquals(1, negotiations.recover(stored -> {}).backlog().owed());
        dispatcher().dispatch();
        verify(provider, times(0)).send(any());

        // Then it is visibly unconfirmed. The mailbox does not know it, so it is sent, under the same id.
        clock.advance(Duration.ofMinutes(5));
        assertEquals(1, negotiations.recover(stored -> {}).backlog().unconfirmed());
        when(mailbox.ask(any())).thenReturn(Verdict.wasNotSent());
        when(provider.send(any())).thenReturn(SendResult.sent(new Receipt(new MessageId("provider's own"), THREAD)));
        assertEquals(
                new DispatchReport(1, 1, 0, 0, 1, List.of(), null), dispatcher().dispatch());
        assertEquals(DeliveryState.SENT, state());
        assertEquals(2, deliveries.find(OFFER).orElseThrow().delivery().attempts());

        // The receipt has put the negotiation on its thread, where the reply finds it. No model was asked about it yet.
        Stored<Negotiation> current = negotiations.findByThread(THREAD).orElseThrow();
        IdempotencyKey reply = new IdempotencyKey(REPLY.value());
        assertEquals(Optional.empty(), negotiations.findStep(current.value().id(), reply));
        Step accepted = Step.on(current, RECEIVE_REPLY, ACCEPT)
                .handles(REPLY, clock.instant(), Attributes.of(Map.of("text", "Deal!")))
                .agreeing(AgreedTerms.at(Fixtures.cpm("25.50")));
        Advanced agreed = negotiations.advance(accepted);
        assertEquals(NegotiationState.AGREED, agreed.state());

        // The reply is delivered once more: it is known, and handling it again would change nothing.
        assertTrue(negotiations.findStep(JANE, reply).isPresent());
        assertTrue(negotiations.advance(accepted).repeated());
        assertEquals(
                1,
                store.findCampaign(Fixtures.CAMPAIGN)
                        .orElseThrow()
                        .tracker()
                        .agreements()
                        .size());

        // Nothing is left: no deadline, and no message.
        assertEquals(0, negotiations.expireOverdue(due, stored -> {}).expired());
        assertEquals(0, dispatcher().dispatch().sent());
        verify(provider, times(1)).send(any());
    }

    private DeliveryState state() {
        return deliveries.find(OFFER).orElseThrow().delivery().state();
    }
}
