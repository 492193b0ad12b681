package dev.parley.testkit.lie;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.contract.NegotiationStoreContract;
import dev.parley.testkit.contract.ReopenableStoreContract;
import dev.parley.testkit.contract.copying.CopyableStoreContract;
import dev.parley.testkit.contract.recovery.DamagedRowsContract;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs single tests of the contract on a store, to see whether they fail. */
final class ContractRun {
    /** What the launcher runs; it asks for the store that was put here for it. */
    static class Subject
            implements NegotiationStoreContract, ReopenableStoreContract, DamagedRowsContract, CopyableStoreContract {
        private static final ThreadLocal<Function<NegotiationStore, NegotiationStore>> STORE =
                ThreadLocal.withInitial(() -> DamageableClient::new);

        private final NegotiationStore data = new InMemoryNegotiationStore();
        private final NegotiationStore client = reopen();

        @Override
        public CopyableStore openStore() {
            return (CopyableStore) client;
        }

        @Override
        public void damage(NegotiationId id) {
            ((DamageableClient) client).damaged.add(id);
        }

        @Override
        public void repair(NegotiationId id) {
            ((DamageableClient) client).damaged.remove(id);
        }

        @Override
        public final NegotiationStore reopen() {
            return STORE.get().apply(data);
        }
    }

    private ContractRun() {}

    static TestExecutionSummary run(Function<NegotiationStore, NegotiationStore> store, String test) {
        Subject.STORE.set(store);
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectMethod(Subject.class, method(test)))
                                .build(),
                        listener);
        return listener.getSummary();
    }

    /** The part of the contract that a test stands in. */
    static Class<?> partOf(String test) {
        return method(test).getDeclaringClass();
    }

    private static Method method(String test) {
        return Arrays.stream(Subject.class.getMethods())
                .filter(method -> method.getName().equals(test))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no test of the contract is named " + test));
    }
}
