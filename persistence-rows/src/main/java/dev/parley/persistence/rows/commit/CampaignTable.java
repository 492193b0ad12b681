package dev.parley.persistence.rows.commit;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.rows.AgreementRow;
import dev.parley.persistence.rows.CampaignRow;
import java.util.Optional;

/**
 * The campaigns of a store with their agreements, within one transaction.
 *
 * @param <X> how the store says that it is in trouble
 */
public interface CampaignTable<X extends Exception> {
    /**
     * A campaign with its agreements.
     *
     * @throws UnreadableException if it cannot be read
     */
    Optional<CampaignSnapshot> find(CampaignId id) throws X;

    /** Whether a campaign is registered, be it readable or not. */
    boolean isRegistered(CampaignId id) throws X;

    /** Whether an agreement of a negotiation is booked. */
    boolean isBooked(String campaignId, NegotiationId id) throws X;

    /**
     * Adds a campaign without its agreements.
     *
     * @return false, and nothing is added, if its id is taken
     */
    boolean insert(CampaignRow row) throws X;

    /**
     * Adds an agreement behind those that are booked.
     *
     * @return false, and nothing is added, if one of the same origin is booked
     */
    boolean insert(AgreementRow row) throws X;
}
