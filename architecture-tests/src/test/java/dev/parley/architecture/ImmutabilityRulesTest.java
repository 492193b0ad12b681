package dev.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static dev.parley.architecture.house.Room.APPLICATION;
import static dev.parley.architecture.house.Room.DOMAIN;

/** The domain's things are values: an event gives the next one. */
class ImmutabilityRulesTest implements Walls {
    static final Wall FIELDS_ARE_FINAL = new Wall(
            house -> fields().that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(house.in(DOMAIN, APPLICATION))
                    .should()
                    .beFinal()
                    .because("a failed save then leaves nothing to undo, and any thread may read"),
            "values",
            "MutableState.state",
            "CachingUseCase.latest");

    static final Wall NO_SETTERS = new Wall(
            house -> noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(house.in(DOMAIN, APPLICATION))
                    .should()
                    .haveNameMatching("set[A-Z].*")
                    .because("things happen to a negotiation by events, which are named"),
            "values",
            "MutableState.setState");
}
