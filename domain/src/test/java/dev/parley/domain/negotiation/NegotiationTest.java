package dev.parley.domain.negotiation;

import static dev.parley.domain.negotiation.NegotiationEvent.ACCEPT;
import static dev.parley.domain.negotiation.NegotiationEvent.ESCALATE;
import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.RESUME_COUNTER;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_COUNTER;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static dev.parley.domain.negotiation.NegotiationState.AGREED;
import static dev.parley.domain.negotiation.NegotiationState.AWAITING_REPLY;
import static dev.parley.domain.negotiation.NegotiationState.COUNTER_RECEIVED;
import static dev.parley.domain.negotiation.NegotiationState.INITIAL_OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.Examples;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NegotiationTest {
    @Test
    void aNewNegotiationStandsAtTheInitialOffer() {
        Negotiation opened = Examples.opened();

        assertEquals(Examples.NEGOTIATION, opened.id());
        assertEquals(Examples.CAMPAIGN, opened.campaignId());
        assertEquals(Optional.empty(), opened.threadId());
        assertEquals(INITIAL_OFFER, opened.state());
        assertEquals(0, opened.roundCount());
        assertEquals(Examples.CONTEXT, opened.context());
        assertEquals(List.of(), opened.history());
        assertEquals(Examples.NOON, opened.snapshot().createdAt());
        assertEquals(Examples.NOON, opened.snapshot().updatedAt());
        assertEquals(Set.of(SEND_OFFER, PAUSE, STOP), opened.validEvents());
        assertFalse(opened.isTerminal());
    }

    @Test
    void aNegotiationMayBeOpenedOnItsThread() {
        ThreadId thread = new ThreadId("t-1");

        Negotiation opened =
                Negotiation.open(Examples.NEGOTIATION, Examples.CAMPAIGN, thread, Examples.CONTEXT, Examples.NOON);

        assertEquals(Optional.of(thread), opened.threadId());
    }

    @Test
    void aStepSharesThePastInsteadOfCopyingIt() {
        Negotiation offered = Examples.after(SEND_OFFER);

        Negotiation restored = Negotiation.restore(offered.snapshot());
        Negotiation replied = restored.on(List.of(RECEIVE_REPLY), Examples.LATER, null);

        assertSame(offered.history(), replied.history().subList(0, 1));
        assertSame(
                replied.history(),
                replied.bind(new ThreadId("t-1"), Examples.LATER).history());
    }

    @Test
    void severalEventsMakeOneStep() {
        Negotiation offered = Examples.after(SEND_OFFER);
        Instant now = Examples.LATER.plusSeconds(1);

        Negotiation agreed = offered.on(List.of(RECEIVE_REPLY, ACCEPT), now, "he said yes");

        assertEquals(AGREED, agreed.state());
        assertTrue(agreed.isTerminal());
        assertEquals(
                List.of(
                        offered.history().get(0),
                        new HistoryEntry(
                                2, new Transition(AWAITING_REPLY, RECEIVE_REPLY, COUNTER_RECEIVED), now, "he said yes"),
                        new HistoryEntry(3, new Transition(COUNTER_RECEIVED, ACCEPT, AGREED), now, "he said yes")),
                agreed.history());
    }

    @Test
    void aRefusedEventUndoesTheOnesBeforeIt() {
        Negotiation offered = Examples.after(SEND_OFFER);
        NegotiationSnapshot before = offered.snapshot();
        List<NegotiationEvent> events = List.of(RECEIVE_REPLY, ACCEPT, SEND_COUNTER);

        IllegalTransitionException refused =
                assertThrows(IllegalTransitionException.class, () -> offered.on(events, Examples.LATER, null));

        assertEquals(AGREED, refused.state());
        assertEquals(SEND_COUNTER, refused.event());
        assertEquals(before, offered.snapshot());
    }

    @Test
    void aStepKeepsEverythingElse() {
        Negotiation before = Examples.opened().bind(new ThreadId("t-1"), Examples.NOON);

        Negotiation after = before.on(List.of(SEND_OFFER), Examples.LATER, null);

        assertEquals(before.id(), after.id());
        assertEquals(before.campaignId(), after.campaignId());
        assertEquals(before.threadId(), after.threadId());
        assertEquals(before.context(), after.context());
        assertEquals(Examples.NOON, after.snapshot().createdAt());
        assertEquals(Examples.LATER, after.snapshot().updatedAt());
    }

    @Test
    void aRoundIsACounterSent() {
        Negotiation one = Examples.after(SEND_OFFER, RECEIVE_REPLY, SEND_COUNTER);

        assertEquals(1, one.roundCount());
        assertEquals(
                3,
                one.on(List.of(RECEIVE_REPLY, SEND_COUNTER, RECEIVE_REPLY, SEND_COUNTER), Examples.LATER, null)
                        .roundCount());
    }

    @Test
    void aCounterThatAHumanDecidedOnIsNoRound() {
        assertEquals(
                0,
                Examples.after(SEND_OFFER, RECEIVE_REPLY, ESCALATE, RESUME_COUNTER)
                        .roundCount());
    }

    @Test
    void aPausedNegotiationKnowsWhereItWas() {
        assertEquals(
                Optional.of(AWAITING_REPLY), Examples.after(SEND_OFFER, PAUSE).prePauseState());
        assertEquals(
                Optional.of(AWAITING_REPLY),
                Examples.after(SEND_OFFER, PAUSE, STOP).prePauseState());
        assertEquals(Optional.empty(), Examples.after(SEND_OFFER).prePauseState());
    }

    @Test
    void aRestoredNegotiationEqualsTheOneItWasTakenFrom() {
        Negotiation before = Examples.after(SEND_OFFER, PAUSE);

        Negotiation restored = Negotiation.restore(before.snapshot());

        assertEquals(before, restored);
        assertEquals(before.hashCode(), restored.hashCode());
        assertEquals(before.prePauseState(), restored.prePauseState());
    }

    @Test
    void negotiationsThatDifferAreNotEqual() {
        assertNotEquals(Examples.opened(), Examples.opened(new NegotiationId("n-2")));
        assertNotEquals(
                Examples.opened().hashCode(),
                Examples.opened(new NegotiationId("n-2")).hashCode());
        assertNotEquals((Object) Examples.opened().snapshot(), Examples.opened());
    }

    @Test
    void theTextFormIsThatOfTheSnapshot() {
        Negotiation opened = Examples.opened();

        assertEquals("Negotiation[" + opened.snapshot() + "]", opened.toString());
    }
}
