package dev.parley.testkit;

import dev.parley.domain.port.NegotiationStore;

/** The contract of reopenable stores holds for instances that share one store in memory. */
class ReopenableInMemoryStoreTest implements ReopenableStoreContract {
    private final NegotiationStore data = new InMemoryNegotiationStore();

    @Override
    public NegotiationStore openStore() {
        return new ForwardingStore(data) {
            @Override
            public void close() {}
        };
    }

    @Override
    public NegotiationStore reopen() {
        return openStore();
    }
}
