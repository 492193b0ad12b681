package dev.parley.testkit;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.parley.domain.port.NegotiationStore;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** Runs single tests of the contract on a store, to see whether they fail. */
final class ContractRun {
    /** What the launcher runs; it asks for the store that was put here for it. */
    static class Subject implements NegotiationStoreContract {
        private static final ThreadLocal<Supplier<NegotiationStore>> STORE =
                ThreadLocal.withInitial(() -> InMemoryNegotiationStore::new);

        @Override
        public NegotiationStore openStore() {
            return STORE.get().get();
        }
    }

    private ContractRun() {}

    /** Tests of the contract that must each fail on a broken store. */
    static Stream<DynamicTest> bites(Supplier<NegotiationStore> broken, String... tests) {
        return Arrays.stream(tests).map(test -> dynamicTest(name(broken) + ": " + test, () -> mustFail(broken, test)));
    }

    static String name(Supplier<NegotiationStore> broken) {
        return broken.get().getClass().getSimpleName();
    }

    private static void mustFail(Supplier<NegotiationStore> broken, String test) {
        TestExecutionSummary summary = run(broken, test);
        assertTrue(summary.getTestsStartedCount() > 0, "the test runs");
        assertTrue(summary.getTestsFailedCount() > 0, "the contract fails");
        for (Failure failure : summary.getFailures()) {
            assertInstanceOf(AssertionError.class, failure.getException(), "the failure is an assertion's");
        }
    }

    static TestExecutionSummary run(Supplier<NegotiationStore> store, String test) {
        Subject.STORE.set(store);
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(named(test))
                                .build(),
                        listener);
        return listener.getSummary();
    }

    private static MethodSelector named(String test) {
        return Arrays.stream(Subject.class.getMethods())
                .filter(method -> method.getName().equals(test))
                .map(method -> selectMethod(Subject.class, method))
                .findFirst()
                .orElseThrow();
    }
}
