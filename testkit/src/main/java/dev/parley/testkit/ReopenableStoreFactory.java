package dev.parley.testkit;

import dev.parley.domain.port.NegotiationStore;

/** What the contracts ask of the test of a store whose data outlives it. */
public interface ReopenableStoreFactory extends StoreFactory {
    /**
     * Opens another instance on the data of the store that {@link #openStore} opened for this test, whether that is
     * closed by now or not. The contract closes it.
     *
     * @throws Exception if it cannot be opened; the test fails
     */
    NegotiationStore reopen() throws Exception;
}
