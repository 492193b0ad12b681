package dev.parley.testkit.lie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.contract.NegotiationStoreContract;
import dev.parley.testkit.contract.ReopenableStoreContract;
import dev.parley.testkit.contract.copying.CopyableStoreContract;
import dev.parley.testkit.contract.recovery.DamagedRowsContract;
import dev.parley.testkit.junit.DamageableStoreFactory;
import dev.parley.testkit.junit.ReopenableStoreFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** Each group of the contract catches the stores that lie about its promises, and says which promise was broken. */
class ContractBitesTest {
    /** The groups by their names. The random walks catch what they may: {@link RandomWalkBitesTest}. */
    private static final Map<String, Class<?>> GROUPS = Stream.concat(
                    Stream.of(DamagedRowsContract.class, CopyableStoreContract.class),
                    Stream.of(NegotiationStoreContract.class, ReopenableStoreContract.class)
                            .flatMap(contract -> Stream.of(contract.getInterfaces())))
            .filter(group -> !group.getSimpleName().equals("RandomWalkContract"))
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    @ParameterizedTest(name = "{0}: {2}, {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = Lies.TABLE)
    void aLieIsCaughtByItsGroup(String lie, String liar, String group, String test) {
        Class<?> part = ContractRun.partOf(test);
        assertTrue(part.isAssignableFrom(GROUPS.get(group)), () -> test + " is in " + group);
        TestExecutionSummary summary = ContractRun.run(Liar.named(liar).store(), test);
        assertTrue(summary.getTestsStartedCount() > 0, "the test runs");
        assertTrue(summary.getTestsFailedCount() > 0, () -> "the contract catches " + lie);
        String promise = test.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        for (Failure failure : summary.getFailures()) {
            String said = String.valueOf(failure.getException().getMessage());
            assertTrue(said.startsWith(promise), () -> "the failure begins with the promise, not: " + said);
            assertTrue(said.contains("[" + part.getSimpleName() + "]: "), said);
            assertTrue(!said.contains("]: the store threw"), () -> "the store lies, it does not break down: " + said);
        }
    }

    @Test
    void everyGroupHasALieToCatch() {
        assertEquals(GROUPS.keySet(), column(2).collect(Collectors.toSet()));
    }

    @Test
    void everyLiarIsNamedInTheTable() {
        Set<String> liars = Liar.all().stream().map(Liar::name).collect(Collectors.toSet());
        assertEquals(liars, column(1).collect(Collectors.toSet()));
        assertTrue(liars.size() > 50, "there are many ways to lie");
    }

    @Test
    void anHonestStorePassesWhenItIsRunInTheSameWay() {
        for (String test : column(3).distinct().toList()) {
            TestExecutionSummary summary = ContractRun.run(honest(ContractRun.partOf(test)), test);
            assertEquals(List.of(), summary.getFailures(), test);
            assertTrue(summary.getTestsSucceededCount() > 0, test);
        }
    }

    /** A store that closes its data with it, unless they are to outlive it. */
    private static Function<NegotiationStore, NegotiationStore> honest(Class<?> part) {
        boolean alone = !ReopenableStoreFactory.class.isAssignableFrom(part)
                && !DamageableStoreFactory.class.isAssignableFrom(part);
        return alone ? ForwardingStore::new : DamageableClient::new;
    }

    private static Stream<String> column(int number) {
        return Lies.TABLE.lines().map(row -> row.split("\\|", -1)[number].strip());
    }
}
