package dev.parley.domain.negotiation;

import static dev.parley.domain.negotiation.NegotiationEvent.ACCEPT;
import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.RESUME;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static dev.parley.domain.negotiation.NegotiationState.AGREED;
import static dev.parley.domain.negotiation.NegotiationState.AWAITING_REPLY;
import static dev.parley.domain.negotiation.NegotiationState.COUNTER_RECEIVED;
import static dev.parley.domain.negotiation.NegotiationState.COUNTER_SENT;
import static dev.parley.domain.negotiation.NegotiationState.INITIAL_OFFER;
import static dev.parley.domain.negotiation.NegotiationState.PAUSED;
import static dev.parley.domain.negotiation.NegotiationState.STOPPED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidHistoryTest {
    private static final Transition OFFERED = new Transition(INITIAL_OFFER, SEND_OFFER, AWAITING_REPLY);
    private static final Transition REPLIED = new Transition(AWAITING_REPLY, RECEIVE_REPLY, COUNTER_RECEIVED);
    private static final Transition ACCEPTED = new Transition(COUNTER_RECEIVED, ACCEPT, AGREED);

    @Test
    void aMissingHistoryMeansTheInitialOfferAlone() {
        assertRefused(AWAITING_REPLY, "ends in initial_offer after 0 transitions, but the state is awaiting_reply");
    }

    @Test
    void theStateMustBeTheOneTheHistoryEndsIn() {
        assertRefused(
                COUNTER_RECEIVED,
                "ends in awaiting_reply after 1 transitions, but the state is counter_received",
                OFFERED);
    }

    @Test
    void aHistoryThatGoesOnAfterTheStateIsRefused() {
        assertRefused(
                COUNTER_RECEIVED,
                "ends in agreed after 3 transitions, but the state is counter_received",
                OFFERED,
                REPLIED,
                ACCEPTED);
    }

    @Test
    void theHistoryMustBeginAtTheInitialOffer() {
        assertRefused(
                COUNTER_RECEIVED,
                "transition 1 (awaiting_reply -receive_reply-> counter_received) does not continue from initial_offer",
                REPLIED);
    }

    @Test
    void aGapIsNamedWhereItIs() {
        assertRefused(
                AGREED,
                "transition 2 (counter_received -accept-> agreed) does not continue from awaiting_reply",
                OFFERED,
                ACCEPTED);
    }

    @Test
    void aTransitionThatTheTableDoesNotKnowIsRefused() {
        assertRefused(
                AGREED,
                "transition 2 (awaiting_reply -accept-> agreed) is not legal",
                OFFERED,
                new Transition(AWAITING_REPLY, ACCEPT, AGREED));
    }

    @Test
    void aTransitionToAWrongStateIsRefused() {
        assertRefused(
                COUNTER_SENT,
                "transition 1 (initial_offer -send_offer-> counter_sent) is not legal",
                new Transition(INITIAL_OFFER, SEND_OFFER, COUNTER_SENT));
    }

    @Test
    void aResumeToAnotherStateThanThePausedOneIsRefused() {
        assertRefused(
                COUNTER_RECEIVED,
                "transition 3 (paused -resume-> counter_received) is not legal; the state before the pause was"
                        + " awaiting_reply",
                OFFERED,
                new Transition(AWAITING_REPLY, PAUSE, PAUSED),
                new Transition(PAUSED, RESUME, COUNTER_RECEIVED));
    }

    @Test
    void nothingFollowsATerminalState() {
        assertRefused(
                STOPPED,
                "transition 4 (agreed -stop-> stopped) is not legal",
                OFFERED,
                REPLIED,
                ACCEPTED,
                new Transition(AGREED, STOP, STOPPED));
    }

    private static void assertRefused(NegotiationState state, String problem, Transition... history) {
        List<Transition> transitions = List.of(history);

        InvalidHistoryException refused = assertThrows(
                InvalidHistoryException.class, () -> NegotiationStateMachine.fromSnapshot(state, transitions));

        assertEquals("history: " + problem, refused.getMessage());
        assertEquals("history", refused.subject());
    }
}
