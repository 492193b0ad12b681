package dev.parley.domain.port;

import static dev.parley.domain.negotiation.NegotiationEvent.ACCEPT;
import static dev.parley.domain.negotiation.NegotiationEvent.ESCALATE;
import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.REJECT;
import static dev.parley.domain.negotiation.NegotiationEvent.RESUME;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_COUNTER;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static dev.parley.domain.negotiation.NegotiationEvent.TIMEOUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.Examples;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilterTest {
    private static final Instant DUE = Examples.LATER;

    private static final List<List<NegotiationEvent>> WAYS = List.of(
            List.of(),
            List.of(SEND_OFFER),
            List.of(SEND_OFFER, RECEIVE_REPLY),
            List.of(SEND_OFFER, RECEIVE_REPLY, SEND_COUNTER),
            List.of(SEND_OFFER, RECEIVE_REPLY, ACCEPT),
            List.of(SEND_OFFER, RECEIVE_REPLY, REJECT),
            List.of(SEND_OFFER, RECEIVE_REPLY, ESCALATE),
            List.of(SEND_OFFER, TIMEOUT),
            List.of(PAUSE),
            List.of(STOP));

    @Test
    void negotiationsPassByTheirState() {
        Set<NegotiationState> seen = EnumSet.noneOf(NegotiationState.class);
        for (List<NegotiationEvent> way : WAYS) {
            NegotiationSnapshot negotiation =
                    Examples.opened().on(way, Examples.LATER, null).snapshot();
            NegotiationState state = negotiation.state();
            seen.add(state);

            assertTrue(NegotiationFilter.all().accepts(negotiation));
            assertEquals(!state.isTerminal(), NegotiationFilter.active().accepts(negotiation));
            for (NegotiationState other : NegotiationState.values()) {
                assertEquals(state == other, NegotiationFilter.in(other).accepts(negotiation), other.code());
            }
        }
        assertEquals(EnumSet.allOf(NegotiationState.class), seen);
    }

    @Test
    void aNegotiationIsOverdueFromItsDeadlineOn() {
        NegotiationSnapshot waiting = waiting().snapshot();

        assertFalse(NegotiationFilter.overdue(DUE.minusNanos(1)).accepts(waiting));
        assertTrue(NegotiationFilter.overdue(DUE).accepts(waiting));
        assertTrue(NegotiationFilter.overdue(DUE.plusNanos(1)).accepts(waiting));
    }

    @Test
    void whatIsPausedOrHasNoDeadlineIsNeverOverdue() {
        NegotiationFilter overdue = NegotiationFilter.overdue(Instant.MAX);
        Negotiation paused = waiting().on(List.of(PAUSE), DUE, null);

        assertFalse(overdue.accepts(paused.snapshot()));
        assertTrue(overdue.accepts(paused.on(List.of(RESUME), DUE, null).snapshot()));
        assertFalse(overdue.accepts(Examples.after(SEND_OFFER).snapshot()));
    }

    private static Negotiation waiting() {
        return Examples.after(SEND_OFFER).withReplyDue(DUE, Examples.NOON);
    }

    @ParameterizedTest
    @EnumSource
    void owedMessagesPassByTheirState(DeliveryState state) {
        boolean due = state == DeliveryState.PENDING || state == DeliveryState.SENDING;
        Receipt receipt = state == DeliveryState.SENT ? Receipt.plain() : null;
        Delivery delivery = new Delivery(state, 1, Examples.NOON, due ? Examples.NOON : null, receipt, null);

        assertTrue(DeliveryFilter.all().accepts(delivery));
        assertEquals(!state.isSettled(), DeliveryFilter.open().accepts(delivery));
        for (DeliveryState other : DeliveryState.values()) {
            assertEquals(state == other, DeliveryFilter.in(other).accepts(delivery), other.code());
        }
    }
}
