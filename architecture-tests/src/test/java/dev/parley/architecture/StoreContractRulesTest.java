package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.parley.architecture.house.Room.CONTRACT;
import static dev.parley.architecture.house.Room.PERSISTENCE;
import static dev.parley.architecture.house.Room.PORT;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.parley.architecture.house.House;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every store keeps the contract, and a test shows it. */
class StoreContractRulesTest implements Walls {
    /** Stores that are none, and why. */
    private static final Map<String, String> EXEMPT = Map.of(
            "cli.demo.WriteBehindStore", "loses what it acknowledged, on purpose: the demo's control that must fail");

    static final Wall EVERY_STORE = new Wall(
            house -> classes()
                    .that(areStoresOf(house))
                    .should(new BeBuiltByATest(house.tests(), house.type(CONTRACT, "NegotiationStoreContract")))
                    .because("a port's promises are worth what a store is shown to keep of them"),
            "stores",
            "UntestedStore",
            "StoreWithoutContract",
            "StoreOfATestThatNeverRuns");

    static final Wall EVERY_STORE_THAT_LASTS = new Wall(
            house -> classes()
                    .that(areStoresOf(house))
                    .and()
                    .resideInAPackage(house.in(PERSISTENCE)[0])
                    .should(new BeBuiltByATest(house.tests(), house.type(CONTRACT, "ReopenableStoreContract")))
                    .because("what outlives the process must be found again"),
            "stores",
            "UntestedStore",
            "StoreWithoutContract",
            "StoreOfATestThatNeverRuns",
            "NeverReopenedStore");

    @Test
    void whatIsExemptIsThere() {
        EXEMPT.keySet()
                .forEach(name -> assertTrue(
                        House.parley().classes().contain(House.parley().root() + "." + name),
                        () -> name + " is gone: its exemption goes, too"));
    }

    private static DescribedPredicate<JavaClass> areStoresOf(House house) {
        String port = house.type(PORT, "NegotiationStore");
        return describe(
                "are stores",
                type -> type.isAssignableTo(port)
                        && !type.isInterface()
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                        && !EXEMPT.containsKey(
                                type.getName().substring(house.root().length() + 1)));
    }
}
