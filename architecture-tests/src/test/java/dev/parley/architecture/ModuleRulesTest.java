package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.parley.architecture.house.Room.APPLICATION;
import static dev.parley.architecture.house.Room.CLI;
import static dev.parley.architecture.house.Room.DOCUMENTS;
import static dev.parley.architecture.house.Room.DOMAIN;
import static dev.parley.architecture.house.Room.PERSISTENCE;
import static dev.parley.architecture.house.Room.ROWS;
import static dev.parley.architecture.house.Room.TESTKIT;

import dev.parley.architecture.house.Room;
import dev.parley.architecture.house.Technology;
import java.util.stream.Stream;

/** Which module may know which. */
class ModuleRulesTest implements Walls {
    static final Wall APPLICATION_SEES_NO_ADAPTER = new Wall(
            house -> noClasses()
                    .that()
                    .resideInAPackage(house.in(APPLICATION)[0])
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(house.in(PERSISTENCE, DOCUMENTS, TESTKIT, CLI))
                    .because("a store is swapped without the use cases noticing"),
            "modules",
            "KnowsItsStore",
            "WritesDocuments",
            "TestsWithTheKit",
            "KnowsTheCommandLine");

    static final Wall ADAPTERS_SEE_NO_USE_CASE = new Wall(
            house -> noClasses()
                    .that()
                    .resideInAPackage(house.in(PERSISTENCE)[0])
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(house.in(APPLICATION, TESTKIT, CLI))
                    .because("an adapter keeps the port's promises, whoever calls"),
            "modules",
            "CallsAUseCase",
            "StoresInTheKit");

    static final Wall ADAPTERS_STAND_APART = new Wall(
            house -> slices().matching(house.exactly(PERSISTENCE) + ".(*)..")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(alwaysTrue(), resideInAPackage(house.in(ROWS)[0]))
                    .because("one adapter can be left out without another noticing; rows are what they share"),
            "modules",
            "CopiesItsNeighbour",
            "RowOfOneStore");

    static final Wall ROWS_KNOW_NO_STORE = new Wall(
            house -> classes()
                    .that()
                    .resideInAPackage(house.in(ROWS)[0])
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(packages(house.in(ROWS, DOCUMENTS, DOMAIN), Technology.MAPSTRUCT))
                    .because("what stores share is decided without knowing which store it is"),
            "modules",
            "RowOfOneStore");

    static final Wall DOCUMENTS_KNOW_THE_DOMAIN = new Wall(
            house -> classes()
                    .that()
                    .resideInAPackage(house.in(DOCUMENTS)[0])
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(packages(house.in(DOCUMENTS, DOMAIN), Technology.JACKSON))
                    .because("documents are the domain's values as JSON text and nothing else"),
            "modules",
            "DocumentOfAStore");

    static final Wall TESTKIT_KNOWS_THE_DOMAIN = new Wall(
            house -> classes()
                    .that()
                    .resideInAPackage(house.in(TESTKIT)[0])
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(packages(house.in(TESTKIT, DOMAIN), Technology.JUNIT))
                    .because("the contract is asked of stores that it cannot know"),
            "modules",
            "ContractOfOneStore");

    static final Wall ONLY_THE_CLI_USES_THE_APPLICATION = onlyUsedBy(APPLICATION, "CallsAUseCase", CLI);
    static final Wall ONLY_THE_CLI_USES_A_STORE =
            onlyUsedBy(PERSISTENCE, new String[] {"KnowsItsStore", "DocumentOfAStore", "ContractOfOneStore"}, CLI);
    static final Wall ONLY_STORES_USE_ROWS = onlyUsedBy(ROWS, "ReadsRows", PERSISTENCE);
    static final Wall ADAPTERS_USE_DOCUMENTS = onlyUsedBy(DOCUMENTS, "WritesDocuments", PERSISTENCE, CLI);
    static final Wall ONLY_TESTS_USE_THE_TESTKIT =
            onlyUsedBy(TESTKIT, new String[] {"TestsWithTheKit", "StoresInTheKit"});
    static final Wall NOBODY_USES_THE_CLI = onlyUsedBy(CLI, "KnowsTheCommandLine");

    private static Wall onlyUsedBy(Room room, String violation, Room... users) {
        return onlyUsedBy(room, new String[] {violation}, users);
    }

    private static Wall onlyUsedBy(Room room, String[] violations, Room... users) {
        return new Wall(
                house -> noClasses()
                        .that()
                        .resideOutsideOfPackages(packages(house.in(users), house.in(room)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(house.in(room))
                        .because("only the cli and tests put modules together"),
                "modules",
                violations);
    }

    private static String[] packages(String[] some, String... others) {
        return Stream.of(some, others).flatMap(Stream::of).toArray(String[]::new);
    }

    private static String[] packages(String[] rooms, Technology technology) {
        return packages(packages(rooms, technology.packages()), "java..", "org.jspecify..");
    }
}
