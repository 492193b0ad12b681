package dev.parley.testkit.lie;

import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.contract.ReopenableStoreContract;

/** Clients that tell no lie keep the contract of reopenable stores, on data in memory that outlive them. */
class ReopenableInMemoryStoreTest implements ReopenableStoreContract {
    private final NegotiationStore data = new InMemoryNegotiationStore();

    @Override
    public NegotiationStore openStore() {
        return new Client(data);
    }

    @Override
    public NegotiationStore reopen() {
        return new Client(data);
    }
}
