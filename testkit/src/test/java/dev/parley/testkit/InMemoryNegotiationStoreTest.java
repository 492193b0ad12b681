package dev.parley.testkit;

import dev.parley.domain.port.NegotiationStore;

class InMemoryNegotiationStoreTest implements NegotiationStoreContract {
    @Override
    public NegotiationStore openStore() {
        return new InMemoryNegotiationStore();
    }
}
