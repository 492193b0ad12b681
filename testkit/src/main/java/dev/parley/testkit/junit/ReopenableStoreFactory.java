package dev.parley.testkit.junit;

import dev.parley.domain.port.NegotiationStore;

/** What the contracts ask of the test of a store whose data outlives its client: a file, or a server. */
public interface ReopenableStoreFactory extends StoreFactory {
    /**
     * Opens another instance on the data of the store that {@link #openStore} opened for this test, whether that is
     * closed by now, killed or still open. The contract closes it.
     *
     * @throws Exception if it cannot be opened; the test fails
     */
    NegotiationStore reopen() throws Exception;

    /**
     * Lets an instance die as its process would: it gets no chance to finish or to hand anything back. The contract does
     * not use it any more, but closes it at the end of the test, which must not fail.
     *
     * <p>By default it is dropped as it stands. A store on a server may do more, and cut its connections.
     *
     * @param client an instance that {@link #openStore} or {@link #reopen} has opened; threads may be in its calls
     * @throws Exception if it cannot be killed; the test fails
     */
    default void kill(NegotiationStore client) throws Exception {}
}
