package dev.parley.domain.port;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import java.util.Optional;

/**
 * Where campaigns and their trackers are read. They are written by {@link NegotiationStore#commit}. Thread-safe.
 *
 * <p>Each method throws {@link StoreClosedException} after the store was closed, {@link StoreBusyException} if it
 * could not get at the data in time, and {@link StoreFailureException} if the data could not be got at all.
 */
public interface CampaignStore {
    /**
     * The campaign with every agreement of every commit that has returned.
     *
     * @throws UnreadableException if it is there and cannot be read
     */
    Optional<CampaignSnapshot> findCampaign(CampaignId id);

    /** The campaigns in the order they were registered, a page at a time. */
    Page<CampaignSnapshot> campaigns(PageRequest page);
}
