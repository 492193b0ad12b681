package dev.parley.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.lang.ArchRule;
import dev.parley.architecture.house.House;
import java.util.List;
import java.util.function.Function;

/**
 * A rule and the proof that it bites.
 *
 * @param rule the rule for a house
 * @param testsToo whether Parley's tests come under it
 * @param fixture the house that breaks it
 * @param violations what the rule must find there: each stands in one of its findings, and each finding has one
 */
record Wall(Function<House, ArchRule> rule, boolean testsToo, String fixture, List<String> violations) {
    Wall {
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("a rule comes with what it bites on");
        }
    }

    Wall(Function<House, ArchRule> rule, String fixture, String... violations) {
        this(rule, false, fixture, List.of(violations));
    }

    Wall andTests() {
        return new Wall(rule, true, fixture, violations);
    }

    String description() {
        return rule.apply(House.parley()).getDescription();
    }

    void holds() {
        House parley = testsToo ? House.parleyAndItsTests() : House.parley();
        rule.apply(parley).check(parley.classes());
    }

    void bites() {
        House broken = House.fixture(fixture);
        List<String> findings = rule.apply(broken).evaluate(broken.classes()).getFailureReport().getDetails().stream()
                .map(finding -> finding.replace(broken.root() + ".", ""))
                .toList();
        assertEquals(
                List.of(),
                violations.stream()
                        .filter(violation -> findings.stream().noneMatch(finding -> finding.contains(violation)))
                        .toList(),
                () -> "not found among " + findings);
        assertEquals(
                List.of(),
                findings.stream()
                        .filter(finding -> violations.stream().noneMatch(finding::contains))
                        .toList(),
                "found although it is no violation");
    }
}
