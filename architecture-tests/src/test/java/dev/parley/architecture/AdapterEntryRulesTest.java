package dev.parley.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.architecture.house.House;
import dev.parley.architecture.house.Module;
import dev.parley.architecture.house.Room;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An adapter has one door for each package that it exports. */
class AdapterEntryRulesTest implements Walls {
    private static final Map<Room, String> ENTRIES = Map.of(
            Room.SQLITE,
            "SqliteNegotiationStore",
            Room.LEGACY,
            "LegacyDatabase",
            Room.POSTGRES,
            "PostgresNegotiationStore");

    static final Wall ONE_ENTRY_EACH = new Wall(
            house -> classes()
                    .that()
                    .resideInAnyPackage(
                            ENTRIES.keySet().stream().map(house::exactly).toArray(String[]::new))
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .haveModifier(PUBLIC)
                    .should()
                    .haveNameMatching(entryOf(house))
                    .because("what is public in an exported package is a promise; an adapter makes one, the port's"),
            "entries",
            "SecondDoor",
            "LegacySchema");

    @Test
    void theEntriesAreThere() {
        ENTRIES.forEach((room, entry) -> assertTrue(
                House.parley().classes().contain(House.parley().type(room, entry)), () -> entry + " is gone"));
    }

    @Test
    void onlyPackagesWithAnEntryAreExported() {
        Set<String> exported = Stream.of(Module.SQLITE, Module.POSTGRES)
                .flatMap(adapter -> exports(adapter.descriptor()).stream())
                .collect(toSet());
        assertEquals(doors(), exported, "each export has an entry that the rules know");
    }

    @Test
    void anotherExportIsNoticed() {
        ModuleDescriptor open = ModuleDescriptor.newModule("dev.parley.persistence.sqlite")
                .exports("dev.parley.persistence.sqlite")
                .exports("dev.parley.persistence.sqlite.jdbc")
                .build();
        assertEquals(
                Set.of("dev.parley.persistence.sqlite", "dev.parley.persistence.sqlite.jdbc"),
                exports(open),
                "all exports are seen");
    }

    @Test
    void whatStoresShareIsOpenToStoresAlone() {
        assertEquals(
                Set.of(Set.of("dev.parley.persistence.sqlite", "dev.parley.persistence.postgresql")),
                audiences(Module.ROWS.descriptor()));
    }

    @Test
    void aRoomThatIsOpenToEveryoneIsNoticed() {
        ModuleDescriptor open = ModuleDescriptor.newModule("dev.parley.persistence.rows")
                .exports("dev.parley.persistence.rows", Set.of("dev.parley.persistence.sqlite"))
                .exports("dev.parley.persistence.rows.stored")
                .build();
        assertEquals(Set.of(Set.of("dev.parley.persistence.sqlite"), Set.of()), audiences(open));
    }

    private static Set<String> doors() {
        return ENTRIES.keySet().stream().map(House.parley()::exactly).collect(toSet());
    }

    /** Qualified ones too: what one module may see is still a door. */
    private static Set<String> exports(ModuleDescriptor module) {
        return module.exports().stream().map(Exports::source).collect(toSet());
    }

    /** Whom packages are exported to; an empty set is everyone. */
    private static Set<Set<String>> audiences(ModuleDescriptor module) {
        return module.exports().stream().map(Exports::targets).collect(toSet());
    }

    private static String entryOf(House house) {
        return ENTRIES.entrySet().stream()
                .map(entry -> house.type(entry.getKey(), entry.getValue()).replace(".", "\\."))
                .sorted()
                .reduce((one, other) -> one + "|" + other)
                .orElseThrow();
    }
}
