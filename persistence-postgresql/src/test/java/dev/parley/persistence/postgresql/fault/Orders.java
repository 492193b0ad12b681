package dev.parley.persistence.postgresql.fault;

import dev.parley.persistence.postgresql.PostgresNegotiationStore.Durability;

/**
 * What a node is told.
 *
 * @param url where the server is
 * @param durability how the store is opened
 * @param manner how messages are sent
 */
record Orders(String url, Durability durability, Manner manner) {
    /** How messages are sent. */
    enum Manner {
        /** By the dispatcher. */
        DISPATCHED,
        /** Without a claim, as a control: two nodes send the same. */
        UNCLAIMED
    }

    static Orders on(String url) {
        return new Orders(url, Durability.FULL, Manner.DISPATCHED);
    }

    Orders asConfigured() {
        return new Orders(url, Durability.AS_CONFIGURED, manner);
    }

    Orders unclaimed() {
        return new Orders(url, durability, Manner.UNCLAIMED);
    }

    Object[] arguments() {
        return new Object[] {url, durability, manner};
    }

    static Orders parse(String[] arguments) {
        return new Orders(arguments[0], Durability.valueOf(arguments[1]), Manner.valueOf(arguments[2]));
    }
}
