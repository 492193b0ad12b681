package dev.parley.persistence.rows.commit;

/**
 * The tables that a commit is written to, within one transaction.
 *
 * @param <X> how the store says that it is in trouble
 */
public record Tables<X extends Exception>(
        NegotiationTable<X> negotiations,
        CampaignTable<X> campaigns,
        InboxTable<X> inbox,
        OutboxTable<X> outbox,
        StepTable<X> steps) {}
