package dev.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.parley.architecture.house.Room.APPLICATION;
import static dev.parley.architecture.house.Room.DOMAIN;

import dev.parley.architecture.house.Room;
import dev.parley.architecture.house.Technology;
import java.util.stream.Stream;

/** What is bought in stays where it is needed. */
class TechnologyRulesTest implements Walls {
    static final Wall JDBC = atHome(Technology.JDBC, "CountsRows", "RowOfAResultSet");
    static final Wall JACKSON = atHome(Technology.JACKSON, "StoresByJackson", "ReadsItself");
    static final Wall MAPSTRUCT =
            atHome(Technology.MAPSTRUCT, "MapsBesideTheRows", "MapsWhereRowsAreKept", "MapsItself", "UseCaseMapper");
    static final Wall DRIVER = atHome(Technology.DRIVER, "DocumentFromADatabase");
    static final Wall DATA_SOURCE = atHome(Technology.DATA_SOURCE, "AsksADriver");
    static final Wall PICOCLI = atHome(Technology.PICOCLI, "UseCaseWithAnOption");
    static final Wall JUNIT = atHome(Technology.JUNIT, "ChecksItself");

    static final Wall NONE_IN_THE_MIDDLE = new Wall(
            house -> noClasses()
                    .that()
                    .resideInAnyPackage(house.in(DOMAIN, APPLICATION))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Stream.of(Technology.values())
                            .flatMap(technology -> Stream.of(technology.packages()))
                            .toArray(String[]::new))
                    .because("the domain and the use cases outlive every technology around them"),
            "technology",
            "CountsRows",
            "ReadsItself",
            "MapsItself",
            "UseCaseMapper",
            "UseCaseWithAnOption",
            "ChecksItself");

    private static Wall atHome(Technology technology, String... violations) {
        return new Wall(
                house -> noClasses()
                        .that()
                        .resideOutsideOfPackages(house.in(technology.homes().toArray(Room[]::new)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(technology.packages())
                        .because(technology.reason()),
                "technology",
                violations);
    }
}
