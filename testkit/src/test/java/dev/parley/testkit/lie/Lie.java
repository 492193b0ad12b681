package dev.parley.testkit.lie;

import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A promise that a store breaks, and who must find out.
 *
 * @param told what is wrong with the store
 * @param store makes of the data a client that tells the lie
 * @param tests the tests that must each fail, and say so
 */
record Lie(String told, Function<NegotiationStore, NegotiationStore> store, List<String> tests) {
    /** A store that keeps its own data. */
    static Lie of(String told, Supplier<NegotiationStore> store, String... tests) {
        return new Lie(told, data -> store.get(), List.of(tests));
    }

    /** One of several clients of the same data. */
    static Lie ofClient(String told, Function<NegotiationStore, NegotiationStore> client, String... tests) {
        return new Lie(told, client, List.of(tests));
    }

    /** The class of the store. */
    Class<?> liar() {
        return store.apply(new InMemoryNegotiationStore()).getClass();
    }
}
