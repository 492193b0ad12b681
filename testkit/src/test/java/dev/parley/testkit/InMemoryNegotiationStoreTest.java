package dev.parley.testkit;

import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.contract.NegotiationStoreContract;

class InMemoryNegotiationStoreTest implements NegotiationStoreContract {
    @Override
    public NegotiationStore openStore() {
        return new InMemoryNegotiationStore();
    }
}
