package dev.parley.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** Packages form no circles. */
class CycleRulesTest implements Walls {
    static final Wall NO_CYCLES = new Wall(
            house -> slices().matching(house.root() + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("what stands in a circle can only be understood, tested and changed together"),
            "cycles",
            "Slice domain.campaign -> ");
}
