package dev.parley.domain.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parley.domain.Conformance;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class TransitionSquareTest {
    private static final JsonNode FILE = Conformance.read("transitions.json");

    /** One way into each state. */
    private static final Map<NegotiationState, String> PATHS = Map.of(
            NegotiationState.INITIAL_OFFER, "",
            NegotiationState.AWAITING_REPLY, "send_offer",
            NegotiationState.COUNTER_RECEIVED, "send_offer receive_reply",
            NegotiationState.COUNTER_SENT, "send_offer receive_reply send_counter",
            NegotiationState.AGREED, "send_offer receive_reply accept",
            NegotiationState.REJECTED, "send_offer receive_reply reject",
            NegotiationState.ESCALATED, "send_offer receive_reply escalate",
            NegotiationState.STALE, "send_offer timeout",
            NegotiationState.PAUSED, "pause",
            NegotiationState.STOPPED, "stop");

    @TestFactory
    Stream<DynamicTest> everyEventInEveryStateLeadsWhereTheFileSays() {
        return FILE.required("square").valueStream().map(cell -> {
            NegotiationState state =
                    NegotiationState.fromCode(cell.required("state").asString());
            NegotiationEvent event =
                    NegotiationEvent.fromCode(cell.required("event").asString());
            String to = event == NegotiationEvent.RESUME && state == NegotiationState.PAUSED
                    ? "initial_offer"
                    : Conformance.text(cell, "to");
            return dynamicTest(state + " on " + event + ": " + to, () -> assertLeadsTo(to, machineIn(state), event));
        });
    }

    private static void assertLeadsTo(@Nullable String to, NegotiationStateMachine machine, NegotiationEvent event) {
        assertEquals(to != null, machine.validEvents().contains(event), "valid events");
        if (to == null) {
            IllegalTransitionException refused =
                    assertThrows(IllegalTransitionException.class, () -> machine.trigger(event));
            assertEquals(machine.state(), refused.state());
        } else {
            assertEquals(NegotiationState.fromCode(to), machine.trigger(event).state());
        }
    }

    @Test
    void theFileNamesEveryPairOnce() {
        Set<String> pairs = FILE.required("square")
                .valueStream()
                .map(cell -> cell.required("state").asString() + " "
                        + cell.required("event").asString())
                .collect(Collectors.toSet());
        Set<String> square = new HashSet<>();
        for (NegotiationState state : NegotiationState.values()) {
            for (NegotiationEvent event : NegotiationEvent.values()) {
                square.add(state.code() + " " + event.code());
            }
        }

        assertEquals(110, FILE.required("square").size());
        assertEquals(square, pairs);
    }

    @Test
    void aMachineStartsWhereTheFileSays() {
        assertEquals(
                NegotiationState.fromCode(FILE.required("initial").asString()),
                NegotiationStateMachine.start().state());
    }

    @Test
    void theTerminalStatesAreThoseOfTheFile() {
        Set<String> terminal = Arrays.stream(NegotiationState.values())
                .filter(NegotiationState::isTerminal)
                .map(NegotiationState::code)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                FILE.required("terminal").valueStream().map(JsonNode::asString).collect(Collectors.toSet()), terminal);
    }

    @Test
    void aMachineIsTerminalWhereItsStateIs() {
        for (NegotiationState state : NegotiationState.values()) {
            assertEquals(state.isTerminal(), machineIn(state).isTerminal(), state.code());
            assertEquals(state.isTerminal(), machineIn(state).validEvents().isEmpty(), state.code());
        }
    }

    @Test
    void theTableHoldsEachTransitionOnceWithResumeForEveryPausableState() {
        List<Transition> all = TransitionTable.transitions();
        Set<NegotiationState> paused = all.stream()
                .filter(transition -> transition.event() == NegotiationEvent.PAUSE)
                .map(Transition::from)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(NegotiationState.class)));
        Set<NegotiationState> resumed = all.stream()
                .filter(transition -> transition.event() == NegotiationEvent.RESUME)
                .map(Transition::to)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(NegotiationState.class)));

        assertEquals(32, all.size());
        assertEquals(32, Set.copyOf(all).size());
        assertEquals(paused, resumed);
    }

    @Test
    void theTableCannotBeChangedFromOutside() {
        Set<NegotiationEvent> valid = TransitionTable.validEvents(NegotiationState.AGREED);

        assertThrows(UnsupportedOperationException.class, () -> valid.add(NegotiationEvent.RESUME));
    }

    @Test
    void validEventsStandInTheOrderOfTheirDeclaration() {
        assertEquals(
                "[send_counter, accept, reject, escalate, pause, stop]",
                TransitionTable.validEvents(NegotiationState.COUNTER_RECEIVED).toString());
    }

    private static NegotiationStateMachine machineIn(NegotiationState state) {
        NegotiationStateMachine machine = NegotiationStateMachine.start();
        for (String code : PATHS.get(state).split(" ", -1)) {
            machine = code.isEmpty() ? machine : machine.trigger(NegotiationEvent.fromCode(code));
        }
        assertEquals(state, machine.state());
        return machine;
    }
}
