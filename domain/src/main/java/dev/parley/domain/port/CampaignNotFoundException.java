package dev.parley.domain.port;

import dev.parley.domain.identity.CampaignId;

/** A campaign is not registered. */
public final class CampaignNotFoundException extends CommitRefusedException {
    private static final long serialVersionUID = 1L;

    private final transient CampaignId campaignId;

    /** Names what was refused. */
    public CampaignNotFoundException(CampaignId campaignId) {
        super("campaign " + campaignId + " is not registered; register it first");
        this.campaignId = campaignId;
    }

    /** The campaign. */
    public CampaignId campaignId() {
        return campaignId;
    }
}
