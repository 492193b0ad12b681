package dev.parley.domain.negotiation;

import static dev.parley.domain.negotiation.NegotiationEvent.ACCEPT;
import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static dev.parley.domain.negotiation.NegotiationEvent.TIMEOUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.Examples;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IllegalTransitionTest {
    @Test
    void aRefusalByTheMachineNamesStateEventAndValidEvents() {
        NegotiationStateMachine machine = NegotiationStateMachine.start().trigger(SEND_OFFER);

        IllegalTransitionException refused =
                assertThrows(IllegalTransitionException.class, () -> machine.trigger(ACCEPT));

        assertEquals(
                "event accept is not legal in state awaiting_reply; valid events are"
                        + " [receive_reply, timeout, pause, stop]",
                refused.getMessage());
        assertEquals(NegotiationState.AWAITING_REPLY, refused.state());
        assertEquals(ACCEPT, refused.event());
        assertEquals(Set.of(RECEIVE_REPLY, TIMEOUT, PAUSE, STOP), refused.validEvents());
        assertEquals(Optional.empty(), refused.negotiationId());
    }

    @Test
    void aRefusalByTheNegotiationNamesIt() {
        Negotiation negotiation = Examples.after(SEND_OFFER);
        List<NegotiationEvent> events = List.of(ACCEPT);

        IllegalTransitionException refused =
                assertThrows(IllegalTransitionException.class, () -> negotiation.on(events, Examples.LATER, null));

        assertEquals(
                "negotiation n-1: event accept is not legal in state awaiting_reply; valid events are"
                        + " [receive_reply, timeout, pause, stop]",
                refused.getMessage());
        assertEquals(Optional.of(Examples.NEGOTIATION), refused.negotiationId());
        assertEquals(NegotiationState.AWAITING_REPLY, refused.state());
        assertEquals(ACCEPT, refused.event());
    }

    @Test
    void aRefusalInATerminalStateSaysThatNothingIsValid() {
        Negotiation negotiation = Examples.after(STOP);
        List<NegotiationEvent> events = List.of(PAUSE);

        IllegalTransitionException refused =
                assertThrows(IllegalTransitionException.class, () -> negotiation.on(events, Examples.LATER, null));

        assertEquals(
                "negotiation n-1: event pause is not legal in state stopped; the state is terminal, no event is valid",
                refused.getMessage());
        assertEquals(Set.of(), refused.validEvents());
    }
}
