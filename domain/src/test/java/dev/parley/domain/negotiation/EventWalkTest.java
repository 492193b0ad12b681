package dev.parley.domain.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parley.domain.Conformance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class EventWalkTest {
    private static final JsonNode WALKS = Conformance.read("event-walks.json").required("cases");

    @TestFactory
    Stream<DynamicTest> everyWalkEndsAsTheFileSays() {
        return walks((walk, steps) -> assertEndsAs(walk, machines(NegotiationStateMachine.start(), steps)));
    }

    @TestFactory
    Stream<DynamicTest> everyWalkCanBeRestoredAfterAnyStepAndGoesOnAsBefore() {
        return walks((walk, steps) -> {
            List<NegotiationStateMachine> passed = machines(NegotiationStateMachine.start(), steps);
            for (int i = 0; i < passed.size(); i++) {
                NegotiationStateMachine before = passed.get(i);
                NegotiationStateMachine restored =
                        NegotiationStateMachine.fromSnapshot(before.state(), before.history());

                assertEquals(before, restored);
                assertEquals(before.prePauseState(), restored.prePauseState());
                assertEquals(before.validEvents(), restored.validEvents());
                assertEndsAs(walk, machines(restored, steps.subList(i, steps.size())));
            }
        });
    }

    private interface Check {
        void of(JsonNode walk, List<JsonNode> steps);
    }

    private static Stream<DynamicTest> walks(Check check) {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode walk : WALKS.values()) {
            List<JsonNode> steps = List.copyOf(walk.required("steps").values());
            String name =
                    "walk " + tests.size() + " to " + walk.required("state").asString();
            tests.add(dynamicTest(name, () -> check.of(walk, steps)));
        }
        assertEquals(150, tests.size());
        return tests.stream();
    }

    /** The machine before each step, and the one after the last. */
    private static List<NegotiationStateMachine> machines(NegotiationStateMachine start, List<JsonNode> steps) {
        List<NegotiationStateMachine> machines = new ArrayList<>(List.of(start));
        for (JsonNode step : steps) {
            NegotiationStateMachine machine = machines.get(machines.size() - 1);
            NegotiationEvent event =
                    NegotiationEvent.fromCode(step.required("event").asString());
            String to = Conformance.text(step, "to");
            if (to == null) {
                assertThrows(IllegalTransitionException.class, () -> machine.trigger(event));
                machines.add(machine);
            } else {
                machines.add(machine.trigger(event));
                assertEquals(to, machines.get(machines.size() - 1).state().code());
            }
        }
        return machines;
    }

    private static void assertEndsAs(JsonNode walk, List<NegotiationStateMachine> machines) {
        NegotiationStateMachine last = machines.get(machines.size() - 1);
        List<List<String>> history = last.history().stream()
                .map(t -> List.of(t.from().code(), t.event().code(), t.to().code()))
                .toList();

        assertEquals(walk.required("state").asString(), last.state().code());
        assertEquals(walk.required("terminal").asBoolean(), last.isTerminal());
        assertEquals(
                Conformance.text(walk, "pre_pause_state"),
                last.prePauseState().map(NegotiationState::code).orElse(null));
        assertEquals(strings(walk.required("valid_events")), sortedCodes(last));
        assertEquals(
                walk.required("history")
                        .valueStream()
                        .map(EventWalkTest::strings)
                        .toList(),
                history);
    }

    private static List<String> sortedCodes(NegotiationStateMachine machine) {
        return machine.validEvents().stream()
                .map(NegotiationEvent::code)
                .sorted()
                .toList();
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
