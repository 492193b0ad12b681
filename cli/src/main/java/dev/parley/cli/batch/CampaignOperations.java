package dev.parley.cli.batch;

import dev.parley.application.Campaigns;
import dev.parley.cli.json.CampaignObject;
import dev.parley.documents.CampaignJson;
import dev.parley.documents.Dialect;
import dev.parley.documents.JsonObject;
import dev.parley.domain.campaign.Campaign;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a program may do to a campaign. */
final class CampaignOperations {
    private static final String TOTAL_INFLUENCERS = "total_influencers";

    private final Campaigns campaigns;

    CampaignOperations(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    Map<String, Operation> byName() {
        return Map.of("campaign", new Operation(Set.of("campaign"), this::register));
    }

    private Map<String, @Nullable Object> register(JsonObject request) {
        JsonObject object = request.object("campaign");
        int total = object.integer(TOTAL_INFLUENCERS);
        // The total belongs to the tracker; what CampaignJson does not know it would keep among the attributes.
        Campaign campaign = CampaignJson.read(object.without(List.of(TOTAL_INFLUENCERS)), Dialect.PARLEY);
        return CampaignObject.of(campaigns.register(campaign, total), List.of());
    }
}
