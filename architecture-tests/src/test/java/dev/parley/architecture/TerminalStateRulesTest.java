package dev.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.parley.architecture.house.Room.NEGOTIATION;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.parley.domain.negotiation.NegotiationState;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is terminal follows from the transition table and is listed nowhere. */
class TerminalStateRulesTest implements Walls {
    private static final Set<String> STATES =
            Stream.of(NegotiationState.values()).map(NegotiationState::name).collect(toSet());

    private static final Set<String> TERMINAL = Stream.of(NegotiationState.values())
            .filter(NegotiationState::isTerminal)
            .map(NegotiationState::name)
            .collect(toSet());

    /**
     * One alone is a question about that state, such as whether a deal was made; all states together are a switch that
     * the compiler holds to completeness.
     */
    private static final ArchCondition<JavaClass> LIST_NO_TERMINAL_STATES =
            new ArchCondition<>("not name some terminal states") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    Set<String> named = type.getFieldAccessesFromSelf().stream()
                            .filter(access -> access.getTargetOwner().isEquivalentTo(NegotiationState.class))
                            .map(access -> access.getTarget().getName())
                            .filter(STATES::contains)
                            .collect(toCollection(TreeSet::new));
                    boolean all = named.equals(STATES);
                    named.retainAll(TERMINAL);
                    events.add(new SimpleConditionEvent(
                            type, all || named.size() < 2, type.getName() + " names " + named));
                }
            };

    static final Wall LISTED_NOWHERE = new Wall(
            house -> classes()
                    .that()
                    .resideOutsideOfPackage(house.in(NEGOTIATION)[0])
                    .should(LIST_NO_TERMINAL_STATES)
                    .because("there is one truth; ask NegotiationState.isTerminal()"),
            "terminal",
            "EndedFilter names [AGREED, STOPPED]",
            "EndedSwitch names [REJECTED, STOPPED]");
}
