package dev.parley.testkit.junit;

import dev.parley.domain.port.NegotiationStore;
import org.junit.jupiter.api.extension.ExtendWith;

/** All that the contracts ask of a store's test. */
@ExtendWith({FreshStore.class, BrokenPromise.class})
public interface StoreFactory {
    /**
     * Opens an empty store. The contract calls this once for each test, on a test instance of its own, and closes the
     * store afterwards; files belong into a {@code @TempDir}.
     *
     * @throws Exception if it cannot be opened; the test fails
     */
    NegotiationStore openStore() throws Exception;
}
