package dev.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static dev.parley.architecture.house.Room.ATTRIBUTES;
import static dev.parley.architecture.house.Room.CAMPAIGN;
import static dev.parley.architecture.house.Room.DOMAIN;
import static dev.parley.architecture.house.Room.IDENTITY;
import static dev.parley.architecture.house.Room.MESSAGE;
import static dev.parley.architecture.house.Room.NEGOTIATION;
import static dev.parley.architecture.house.Room.PORT;
import static dev.parley.architecture.house.Room.VALUE;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.parley.architecture.house.House;
import dev.parley.architecture.house.Room;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** The floors of the domain: each knows those below it, and none above or beside it. */
class FloorRulesTest implements Walls {
    private static final Set<Room> FLOORS =
            EnumSet.of(VALUE, IDENTITY, ATTRIBUTES, NEGOTIATION, CAMPAIGN, MESSAGE, PORT);

    static final Wall FLOORS_LOOK_DOWN = new Wall(
            FloorRulesTest::floors,
            "floors",
            "ValueWithAName",
            "IdOfAttributes",
            "AttributeOfACampaign",
            "NegotiationOfACampaign",
            "CampaignOfNegotiations",
            "NegotiationWithMessages",
            "MessageToAStore",
            "NegotiationThatSavesItself");

    static final Wall AGGREGATES_KNOW_NO_PORT = new Wall(
            house -> noClasses()
                    .that()
                    .resideInAnyPackage(house.in(VALUE, IDENTITY, ATTRIBUTES, NEGOTIATION, CAMPAIGN, MESSAGE))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(house.in(PORT)[0])
                    .because("an aggregate decides; who stores the decision is not its business"),
            "floors",
            "MessageToAStore",
            "NegotiationThatSavesItself");

    static final Wall NOTHING_STANDS_OUTSIDE = new Wall(
            house -> classes()
                    .that()
                    .resideInAPackage(house.in(DOMAIN)[0])
                    .should()
                    .resideInAnyPackage(house.in(FLOORS.toArray(new Room[0])))
                    .because("what stands on no floor comes under no rule"),
            "floors",
            "OnNoFloor");

    private static ArchRule floors(House house) {
        LayeredArchitecture floors = layeredArchitecture().consideringOnlyDependenciesInAnyPackage(house.in(DOMAIN)[0]);
        for (Room floor : FLOORS) {
            floors = floors.layer(floor.path()).definedBy(house.in(floor));
        }
        floors = floors.whereLayer(VALUE.path()).mayNotAccessAnyLayer();
        floors = onto(floors, IDENTITY, VALUE);
        floors = onto(floors, ATTRIBUTES, VALUE);
        floors = onto(floors, NEGOTIATION, IDENTITY, ATTRIBUTES, VALUE);
        floors = onto(floors, CAMPAIGN, IDENTITY, ATTRIBUTES, VALUE);
        floors = onto(floors, MESSAGE, NEGOTIATION, CAMPAIGN, IDENTITY, ATTRIBUTES, VALUE);
        return floors.because("a negotiation and its campaign are changed apart, and storing them is on top of all");
    }

    private static LayeredArchitecture onto(LayeredArchitecture floors, Room floor, Room... below) {
        return floors.whereLayer(floor.path())
                .mayOnlyAccessLayers(Arrays.stream(below).map(Room::path).toArray(String[]::new));
    }
}
