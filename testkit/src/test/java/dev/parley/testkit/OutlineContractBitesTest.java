package dev.parley.testkit;

import static dev.parley.testkit.ContractRun.bites;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** As {@link ContractBitesTest}, of stores whose outlines are wrong. */
class OutlineContractBitesTest {
    @TestFactory
    Stream<DynamicTest> aStoreWhoseOutlinesAreWrongFailsItsTest() {
        return Stream.of(
                        bites(BrokenOutlines.LooksAgain::new, "anOutlineStaysAsItWasRead"),
                        bites(
                                BrokenOutlines.NeverUpdates::new,
                                "anOutlineIsOfTheLastCommit",
                                "outlinesSayWhatTheWholeNegotiationsDo"),
                        bites(
                                BrokenOutlines.CountsRounds::new,
                                "anOutlineIsOfTheLastCommit",
                                "outlinesSayWhatTheWholeNegotiationsDo"),
                        bites(BrokenOutlines.RoundsContexts::new, "aContextIsDecodedAsItWas"),
                        bites(
                                BrokenOutlines.NeverFilters::new,
                                "anOutlineIsOfTheLastCommit",
                                "outlinesSayWhatTheWholeNegotiationsDo"),
                        bites(BrokenOutlines.PagesByOffset::new, "outlinesGoOnBehindADeletedRow"))
                .flatMap(tests -> tests);
    }
}
