package dev.parley.testkit.contract.outbox;

/** Outbox: each owed message has one sender at a time, in order, and none is silently lost or doubled. */
public interface OutboxContract
        extends ClaimContract,
                OutboxOrderContract,
                OutboxRaceContract,
                UnconfirmedContract,
                DeliveryContract,
                OwedPagingContract {}
