package dev.parley.domain.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.Examples;
import dev.parley.domain.Generators;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RandomWalkPropertyTest {
    @Test
    void theStateBeforeThePauseIsNeverLost() {
        Generators.trials(300, random -> {
            NegotiationStateMachine machine = NegotiationStateMachine.start();
            Optional<NegotiationState> held = Optional.empty();
            for (NegotiationEvent event : random.walk(30)) {
                if (event == NegotiationEvent.PAUSE) {
                    held = Optional.of(machine.state());
                }
                NegotiationStateMachine next = machine.trigger(event);
                if (event == NegotiationEvent.RESUME) {
                    assertEquals(held, Optional.of(next.state()));
                    held = Optional.empty();
                }
                machine = NegotiationStateMachine.fromSnapshot(next.state(), next.history());
                assertEquals(held, machine.prePauseState());
            }
        });
    }

    @Test
    void stepsTakenAtOnceLeadWhereStepsTakenOneByOneDo() {
        Generators.trials(200, random -> {
            List<NegotiationEvent> walk = random.walk(20);
            Negotiation oneByOne = Examples.opened();
            for (NegotiationEvent event : walk) {
                oneByOne = Negotiation.restore(
                        oneByOne.on(List.of(event), Examples.LATER, null).snapshot());
            }

            Negotiation atOnce = Examples.opened().on(walk, Examples.LATER, null);

            assertEquals(oneByOne.history(), atOnce.history());
            assertEquals(oneByOne.state(), atOnce.state());
            assertEquals(
                    walk.stream().filter(NegotiationEvent.SEND_COUNTER::equals).count(), atOnce.roundCount());
            assertEquals(oneByOne.roundCount(), atOnce.roundCount());
        });
    }

    @Test
    void exactlyTheValidEventsAreAccepted() {
        Generators.trials(200, random -> {
            Negotiation negotiation = Examples.opened().on(random.walk(12), Examples.LATER, null);
            List<NegotiationEvent> refused = Arrays.stream(NegotiationEvent.values())
                    .filter(event -> !negotiation.validEvents().contains(event))
                    .toList();

            for (NegotiationEvent event : negotiation.validEvents()) {
                List<HistoryEntry> history =
                        negotiation.on(List.of(event), Examples.LATER, null).history();
                assertEquals(event, history.get(history.size() - 1).transition().event());
            }
            for (NegotiationEvent event : refused) {
                List<NegotiationEvent> events = List.of(event);
                assertThrows(IllegalTransitionException.class, () -> negotiation.on(events, Examples.LATER, null));
            }
        });
    }

    @Test
    void aHistoryWithOneEntryLostIsNoticed() {
        Generators.trials(200, random -> {
            NegotiationStateMachine machine = NegotiationStateMachine.start();
            for (NegotiationEvent event : random.walk(15)) {
                machine = machine.trigger(event);
            }
            NegotiationState state = machine.state();
            List<Transition> all = machine.history();
            List<Transition> cut = all.subList(0, all.size() - 1);

            assertThrows(InvalidHistoryException.class, () -> NegotiationStateMachine.fromSnapshot(state, cut));
        });
    }
}
