package dev.parley.persistence.sqlite.legacy;

import dev.parley.documents.CampaignJson;
import dev.parley.documents.Dialect;
import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmAgreement.Origin;
import dev.parley.domain.campaign.CpmRange;
import dev.parley.domain.campaign.CpmTrackerSnapshot;
import dev.parley.domain.identity.CampaignId;
import java.util.ArrayList;
import java.util.List;

/**
 * The copy of its campaign, and of the campaign's tracker, that each row carries.
 *
 * @param campaign the campaign's JSON text
 * @param tracker the tracker's JSON text
 */
record LegacyCampaign(String campaign, String tracker) {
    /**
     * @throws dev.parley.domain.value.InvalidValueException if the row holds no text there
     */
    static LegacyCampaign of(LegacyRow row) {
        return new LegacyCampaign(row.text(LegacyColumn.CAMPAIGN), row.text(LegacyColumn.TRACKER));
    }

    /**
     * What the texts say.
     *
     * @throws dev.parley.domain.value.InvalidValueException if either cannot be read, or they are of two campaigns
     */
    CampaignSnapshot parsed() {
        return new CampaignSnapshot(
                CampaignJson.read(JsonText.parseObject(LegacyColumn.CAMPAIGN.code(), campaign), Dialect.PLAIN),
                tracker(JsonText.parseObject(LegacyColumn.TRACKER.code(), tracker)));
    }

    private static CpmTrackerSnapshot tracker(JsonObject object) {
        CampaignId id = new CampaignId(object.text("campaign_id"));
        CpmRange target = new CpmRange(cpm(object, "target_min_cpm"), cpm(object, "target_max_cpm"));
        List<CpmAgreement> agreements = new ArrayList<>();
        for (JsonObject agreement : object.objects("agreements")) {
            // Which negotiation reached it was not noted; its place in the list is all there is to know it by.
            agreements.add(new CpmAgreement(
                    id,
                    new Origin.Imported(agreements.size()),
                    cpm(agreement, "cpm"),
                    CampaignJson.engagementRate(agreement, Dialect.PLAIN),
                    null));
        }
        return new CpmTrackerSnapshot(id, target, object.integer("total_influencers"), agreements);
    }

    private static Cpm cpm(JsonObject object, String name) {
        return new Cpm(object.decimal(name, Dialect.PLAIN));
    }
}
