package dev.parley.testkit.lie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parley.testkit.contract.NegotiationStoreContract;
import dev.parley.testkit.contract.ReopenableStoreContract;
import dev.parley.testkit.contract.recovery.DamagedRowsContract;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** Each group of the contract catches the stores that lie about its promises, and says which promise was broken. */
class ContractBitesTest {
    @TestFactory
    Stream<DynamicNode> everyLieIsCaughtByItsGroup() {
        return Lies.BY_GROUP.entrySet().stream()
                .map(lies -> dynamicContainer(
                        lies.getKey().getSimpleName(),
                        lies.getValue().stream()
                                .flatMap(lie -> lie.tests().stream()
                                        .map(test -> dynamicTest(
                                                lie.told() + ": " + test,
                                                () -> mustBeCaught(lie, test, lies.getKey()))))));
    }

    private static void mustBeCaught(Lie lie, String test, Class<?> group) {
        assertTrue(ContractRun.partOf(test).isAssignableFrom(group), () -> test + " is in " + group);
        TestExecutionSummary summary = ContractRun.run(lie.store(), test);
        assertTrue(summary.getTestsStartedCount() > 0, "the test runs");
        assertTrue(summary.getTestsFailedCount() > 0, "the contract fails");
        String promise = test.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        for (Failure failure : summary.getFailures()) {
            String said = String.valueOf(failure.getException().getMessage());
            assertTrue(said.startsWith(promise), () -> "the failure begins with the promise, not: " + said);
            assertTrue(said.contains("[" + ContractRun.partOf(test).getSimpleName() + "]: "), said);
            assertTrue(!said.contains("]: the store threw"), () -> "the store lies, it does not break down: " + said);
        }
    }

    @Test
    void everyGroupHasALieToCatch() {
        Set<String> withLies =
                Lies.BY_GROUP.keySet().stream().map(Class::getSimpleName).collect(Collectors.toSet());
        Set<String> groups = Stream.concat(
                        Stream.of(DamagedRowsContract.class),
                        Stream.of(NegotiationStoreContract.class, ReopenableStoreContract.class)
                                .flatMap(contract -> Stream.of(contract.getInterfaces())))
                .map(Class::getSimpleName)
                .filter(group -> !group.equals("RandomWalkContract")) // RandomWalkBitesTest
                .collect(Collectors.toSet());
        assertEquals(groups, withLies);
    }

    @Test
    void everyLiarIsNamedInTheTable() {
        Set<Class<?>> named = Lies.BY_GROUP.values().stream()
                .flatMap(List::stream)
                .map(Lie::liar)
                .collect(Collectors.toSet());
        Set<Class<?>> liars = Lies.LIARS.stream()
                .flatMap(broken -> Stream.of(broken.getDeclaredClasses()))
                .filter(ForwardingStore.class::isAssignableFrom)
                .collect(Collectors.toSet());
        assertEquals(liars, named);
    }

    @Test
    void anHonestStorePassesWhenItIsRunInTheSameWay() {
        for (List<Lie> lies : Lies.BY_GROUP.values()) {
            for (String test : lies.get(0).tests()) {
                TestExecutionSummary summary = ContractRun.run(DamageableClient::new, test);
                assertTrue(summary.getTestsSucceededCount() > 0, test + " runs");
                assertEquals(List.of(), summary.getFailures(), test + " passes");
            }
        }
    }
}
