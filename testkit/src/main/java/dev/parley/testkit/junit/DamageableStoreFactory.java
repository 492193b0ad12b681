package dev.parley.testkit.junit;

import dev.parley.domain.identity.NegotiationId;

/** What the contracts ask of the test of a store whose rows can be damaged past it, as a failing disk damages them. */
public interface DamageableStoreFactory extends StoreFactory {
    /**
     * Changes what is stored of a negotiation, so that neither the whole of it nor its outline can be read any more.
     * Its id and its thread stay as they are.
     *
     * @throws Exception if it cannot be damaged; the test fails
     */
    void damage(NegotiationId id) throws Exception;

    /**
     * Takes back what {@link #damage} has done.
     *
     * @throws Exception if it cannot be repaired; the test fails
     */
    void repair(NegotiationId id) throws Exception;
}
