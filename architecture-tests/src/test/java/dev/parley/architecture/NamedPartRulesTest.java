package dev.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.parley.architecture.house.House;
import dev.parley.architecture.house.Room;
import dev.parley.architecture.house.Technology;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a rule names is there: a rule about nothing would always hold. */
class NamedPartRulesTest {
    @Test
    void everyRoomIsInhabited() {
        assertEquals(List.of(), emptyRooms(House.parley()));
    }

    @Test
    void anEmptyRoomIsNoticed() {
        assertEquals(
                Stream.of(Room.values())
                        .filter(room -> !room.path().startsWith("domain"))
                        .toList(),
                emptyRooms(House.fixture("floors")).stream()
                        .filter(room -> !room.path().startsWith("domain"))
                        .toList());
    }

    @Test
    void everyTechnologyIsUsedInAllItsHomes() {
        assertEquals(List.of(), unused(House.parley()));
    }

    @Test
    void anUnusedTechnologyIsNoticed() {
        assertEquals(
                Stream.of(Technology.values()).flatMap(Technology::used).toList(), unused(House.fixture("floors")));
    }

    @Test
    void aRuleAboutNothingFails() {
        House floors = House.fixture("floors");
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(floors.in(Room.CLI)[0])
                .should()
                .bePublic();
        assertThrows(AssertionError.class, () -> rule.check(floors.classes()));
    }

    private static List<Room> emptyRooms(House house) {
        return Stream.of(Room.values())
                .filter(room -> house.classes().stream()
                        .noneMatch(type ->
                                isIn(house, room, type) && !type.getSimpleName().equals("package-info")))
                .toList();
    }

    private static List<String> unused(House house) {
        return Stream.of(Technology.values())
                .flatMap(technology -> technology
                        .used()
                        .filter(root -> technology.homes().stream()
                                .anyMatch(home -> house.classes().stream()
                                        .noneMatch(type -> isIn(house, home, type) && uses(type, root)))))
                .toList();
    }

    private static boolean isIn(House house, Room room, JavaClass type) {
        return (type.getPackageName() + ".").startsWith(house.exactly(room) + ".");
    }

    private static boolean uses(JavaClass type, String root) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith(root));
    }
}
