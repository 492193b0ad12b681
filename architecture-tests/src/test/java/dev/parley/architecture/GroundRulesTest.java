package dev.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.parley.architecture.house.Room.APPLICATION;
import static dev.parley.architecture.house.Room.DOMAIN;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.parley.architecture.house.House;
import dev.parley.architecture.house.Room;

/** What the domain and the use cases may stand on. */
class GroundRulesTest implements Walls {
    private static final String[] GROUND = {
        "java.lang",
        "java.math",
        "java.time",
        "java.time.format",
        "java.time.temporal",
        "java.util",
        "java.util.concurrent",
        "java.util.function",
        "java.util.regex",
        "java.util.stream",
        "org.jspecify.annotations"
    };

    /** A use case may tell one step from another by a digest, and spread retries by the caller's random numbers. */
    private static final String[] GROUND_OF_USE_CASES = {"java.security", "java.util.random"};

    static final Wall DOMAIN_STANDS_ALONE = new Wall(
            house -> classes()
                    .that()
                    .resideInAPackage(house.in(DOMAIN)[0])
                    .should()
                    .onlyDependOnClassesThat(groundAnd(house, DOMAIN))
                    .because("what a negotiation is must not change with a library, a file or a network"),
            "ground",
            "DigestsItself",
            "KeepsFiles",
            "LooksIntoClasses",
            "KnowsTheUseCase");

    static final Wall APPLICATION_STANDS_ON_THE_DOMAIN = new Wall(
            house -> classes()
                    .that()
                    .resideInAPackage(house.in(APPLICATION)[0])
                    .should()
                    .onlyDependOnClassesThat(groundAnd(house, DOMAIN, APPLICATION)
                            .or(JavaClass.Predicates.resideInAnyPackage(GROUND_OF_USE_CASES)))
                    .because("a use case is made of the domain's words and its ports; the rest is somebody's adapter"),
            "ground",
            "FetchesPages");

    private static DescribedPredicate<JavaClass> groundAnd(House house, Room... rooms) {
        return JavaClass.Predicates.resideInAnyPackage(GROUND)
                .or(JavaClass.Predicates.resideInAnyPackage(house.in(rooms)))
                .or(DescribedPredicate.describe(
                        "primitives", type -> type.getBaseComponentType().isPrimitive()))
                .as("are the ground's or stand in %s", String.join(", ", house.in(rooms)));
    }
}
