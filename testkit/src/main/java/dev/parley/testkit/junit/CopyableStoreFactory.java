package dev.parley.testkit.junit;

import dev.parley.domain.port.CopyableStore;

/** What the contracts ask of the test of a store that can be copied whole. */
public interface CopyableStoreFactory extends StoreFactory {
    @Override
    CopyableStore openStore() throws Exception;
}
