package dev.parley.testkit;

import dev.parley.domain.port.CopyableStore;
import dev.parley.testkit.contract.NegotiationStoreContract;
import dev.parley.testkit.contract.copying.CopyableStoreContract;

class InMemoryNegotiationStoreTest implements NegotiationStoreContract, CopyableStoreContract {
    @Override
    public CopyableStore openStore() {
        return new InMemoryNegotiationStore();
    }
}
