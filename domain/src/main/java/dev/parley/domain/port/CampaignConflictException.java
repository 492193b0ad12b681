package dev.parley.domain.port;

import dev.parley.domain.identity.CampaignId;

/** A campaign is registered already, with other content. Nothing was written. */
public final class CampaignConflictException extends CommitRefusedException {
    private static final long serialVersionUID = 1L;

    private final transient CampaignId campaignId;

    /** Names what was refused. */
    public CampaignConflictException(CampaignId campaignId) {
        super("campaign " + campaignId + " is registered with other content; register the change under another id");
        this.campaignId = campaignId;
    }

    /** The campaign. */
    public CampaignId campaignId() {
        return campaignId;
    }
}
