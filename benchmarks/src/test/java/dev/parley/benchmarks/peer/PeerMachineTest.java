package dev.parley.benchmarks.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.benchmarks.jmh.Walk;
import dev.parley.benchmarks.peer.spring.SpringMachine;
import dev.parley.benchmarks.peer.squirrel.SquirrelMachine;
import dev.parley.benchmarks.peer.stateless4j.StatelessMachine;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.NegotiationStateMachine;
import dev.parley.domain.negotiation.Transition;
import dev.parley.domain.negotiation.TransitionTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A peer is measured only if it obeys the same law. */
class PeerMachineTest {
    static Stream<Named<Supplier<PeerMachine>>> peers() {
        return Stream.of(
                Named.of("stateless4j", StatelessMachine::new),
                Named.of("squirrel", SquirrelMachine::new),
                Named.of("Spring", SpringMachine::new));
    }

    @ParameterizedTest
    @MethodSource("peers")
    void aWalkLeadsThroughTheSameStatesAndIsKept(Supplier<PeerMachine> peer) {
        PeerMachine machine = peer.get();
        NegotiationStateMachine ours = NegotiationStateMachine.start();
        for (NegotiationEvent event : walk()) {
            ours = ours.trigger(event);
            assertEquals(ours.state(), machine.fire(event), "after " + ours.history());
        }
        assertEquals(ours.history(), machine.history());
    }

    @ParameterizedTest
    @MethodSource("peers")
    void inEveryStateTheSameEventsAreLegal(Supplier<PeerMachine> peer) {
        ways().forEach((state, way) -> {
            PeerMachine machine = peer.get();
            way.forEach(machine::fire);
            for (NegotiationEvent event : NegotiationEvent.values()) {
                if (!TransitionTable.validEvents(state).contains(event)) {
                    assertThrows(IllegalStateException.class, () -> machine.fire(event), state + " takes " + event);
                }
            }
            assertEquals(way.size(), machine.history().size());
            TransitionTable.validEvents(state).forEach(event -> {
                PeerMachine there = peer.get();
                way.forEach(there::fire);
                assertEquals(after(way, event), there.fire(event));
            });
        });
    }

    @ParameterizedTest
    @MethodSource("peers")
    void aClearedHistoryBeginsAgainWhereTheMachineStands(Supplier<PeerMachine> peer) {
        PeerMachine machine = peer.get();
        machine.fire(NegotiationEvent.SEND_OFFER);
        machine.clearHistory();
        machine.fire(NegotiationEvent.TIMEOUT);
        assertEquals(
                List.of(new Transition(
                        NegotiationState.AWAITING_REPLY, NegotiationEvent.TIMEOUT, NegotiationState.STALE)),
                machine.history());
    }

    private static List<NegotiationEvent> walk() {
        return Stream.of(Walk.OPENING, Walk.ROUND, Walk.ROUND)
                .flatMap(List::stream)
                .toList();
    }

    private static NegotiationState after(List<NegotiationEvent> way, NegotiationEvent event) {
        NegotiationStateMachine machine = NegotiationStateMachine.start();
        for (NegotiationEvent step : way) {
            machine = machine.trigger(step);
        }
        return machine.trigger(event).state();
    }

    /** A shortest way to each state. */
    private static Map<NegotiationState, List<NegotiationEvent>> ways() {
        Map<NegotiationState, List<NegotiationEvent>> ways = new EnumMap<>(NegotiationState.class);
        Queue<NegotiationStateMachine> open = new ArrayDeque<>(List.of(NegotiationStateMachine.start()));
        while (!open.isEmpty()) {
            NegotiationStateMachine machine = open.remove();
            List<NegotiationEvent> way = new ArrayList<>();
            machine.history().forEach(transition -> way.add(transition.event()));
            if (ways.putIfAbsent(machine.state(), way) == null) {
                machine.validEvents().forEach(event -> open.add(machine.trigger(event)));
            }
        }
        return ways;
    }
}
