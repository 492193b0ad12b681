package dev.parley.domain.negotiation;

import static dev.parley.domain.negotiation.NegotiationEvent.PAUSE;
import static dev.parley.domain.negotiation.NegotiationEvent.RECEIVE_REPLY;
import static dev.parley.domain.negotiation.NegotiationEvent.RESUME;
import static dev.parley.domain.negotiation.NegotiationEvent.SEND_OFFER;
import static dev.parley.domain.negotiation.NegotiationEvent.STOP;
import static dev.parley.domain.negotiation.NegotiationEvent.TIMEOUT;
import static dev.parley.domain.negotiation.NegotiationState.AWAITING_REPLY;
import static dev.parley.domain.negotiation.NegotiationState.COUNTER_RECEIVED;
import static dev.parley.domain.negotiation.NegotiationState.INITIAL_OFFER;
import static dev.parley.domain.negotiation.NegotiationState.STOPPED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NegotiationStateMachineTest {
    @Test
    void aNewMachineHasNoHistoryAndNothingPaused() {
        assertEquals(List.of(), NegotiationStateMachine.start().history());
        assertEquals(Optional.empty(), NegotiationStateMachine.start().prePauseState());
    }

    @Test
    void anEventGivesTheNextMachineAndLeavesThisOneAlone() {
        NegotiationStateMachine before = after(SEND_OFFER);

        NegotiationStateMachine next = before.trigger(RECEIVE_REPLY);

        assertEquals(AWAITING_REPLY, before.state());
        assertEquals(List.of(new Transition(INITIAL_OFFER, SEND_OFFER, AWAITING_REPLY)), before.history());
        assertEquals(COUNTER_RECEIVED, next.state());
        assertEquals(
                List.of(
                        new Transition(INITIAL_OFFER, SEND_OFFER, AWAITING_REPLY),
                        new Transition(AWAITING_REPLY, RECEIVE_REPLY, COUNTER_RECEIVED)),
                next.history());
    }

    @Test
    void twoMachinesMayGoOnFromOneWithoutMeeting() {
        NegotiationStateMachine common = after(SEND_OFFER);

        NegotiationStateMachine replied = common.trigger(RECEIVE_REPLY);
        NegotiationStateMachine stale = common.trigger(TIMEOUT);

        assertEquals(RECEIVE_REPLY, replied.history().get(1).event());
        assertEquals(TIMEOUT, stale.history().get(1).event());
        assertNotEquals(replied, stale);
    }

    @Test
    void theStateBeforeAPauseIsRememberedUntilItIsResumed() {
        NegotiationStateMachine paused = after(SEND_OFFER, PAUSE);

        assertEquals(Optional.of(AWAITING_REPLY), paused.prePauseState());
        assertEquals(AWAITING_REPLY, paused.trigger(RESUME).state());
        assertEquals(Optional.empty(), paused.trigger(RESUME).prePauseState());
    }

    @Test
    void theLatestPauseCounts() {
        NegotiationStateMachine pausedTwice = after(PAUSE, RESUME, SEND_OFFER, PAUSE);

        assertEquals(Optional.of(AWAITING_REPLY), pausedTwice.prePauseState());
    }

    @Test
    void theStateBeforeAPauseIsStillKnownOnceStopped() {
        NegotiationStateMachine stopped = after(SEND_OFFER, PAUSE, STOP);

        assertEquals(STOPPED, stopped.state());
        assertEquals(Optional.of(AWAITING_REPLY), stopped.prePauseState());
    }

    @Test
    void stoppingWithoutAPauseLeavesNoStateBeforeIt() {
        assertEquals(Optional.empty(), after(SEND_OFFER, STOP).prePauseState());
        assertEquals(Optional.empty(), after(PAUSE, RESUME, STOP).prePauseState());
    }

    @Test
    void theHistoryCannotBeChangedFromOutside() {
        List<Transition> history = after(SEND_OFFER).history();

        assertThrows(UnsupportedOperationException.class, () -> history.remove(0));
    }

    @Test
    void machinesAreEqualIfTheirHistoriesAre() {
        assertEquals(after(SEND_OFFER, PAUSE), after(SEND_OFFER, PAUSE));
        assertEquals(
                after(SEND_OFFER, PAUSE).hashCode(), after(SEND_OFFER, PAUSE).hashCode());
        assertNotEquals(after(), after(PAUSE, RESUME));
        assertNotEquals(after(SEND_OFFER, TIMEOUT, RECEIVE_REPLY), after(SEND_OFFER, RECEIVE_REPLY));
        assertNotEquals(after(PAUSE, RESUME, SEND_OFFER), after(SEND_OFFER, PAUSE, RESUME));
        assertNotEquals(after().hashCode(), after(PAUSE, RESUME).hashCode());
        assertNotEquals((Object) INITIAL_OFFER, after());
    }

    @Test
    void theTextFormTellsStateAndLength() {
        assertEquals(
                "NegotiationStateMachine[paused after 2 transitions]",
                after(SEND_OFFER, PAUSE).toString());
    }

    @Test
    void aHistoryOfAHundredThousandStepsIsNoBurden() {
        NegotiationStateMachine machine = NegotiationStateMachine.start();
        for (int i = 0; i < 50_000; i++) {
            machine = machine.trigger(PAUSE).trigger(RESUME);
        }

        assertEquals(machine, NegotiationStateMachine.fromSnapshot(INITIAL_OFFER, machine.history()));
        assertEquals(100_000, machine.history().size());
    }

    private static NegotiationStateMachine after(NegotiationEvent... events) {
        NegotiationStateMachine machine = NegotiationStateMachine.start();
        for (NegotiationEvent event : events) {
            machine = machine.trigger(event);
        }
        return machine;
    }
}
