package dev.parley.testkit.lie;

import dev.parley.domain.port.NegotiationStore;

/** One of several clients of the same data. */
class Client extends ForwardingStore {
    Client(NegotiationStore data) {
        super(data);
    }

    /** The data outlive the client. */
    @Override
    public void close() {}
}
