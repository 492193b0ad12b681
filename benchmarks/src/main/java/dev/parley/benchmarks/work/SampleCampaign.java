package dev.parley.benchmarks.work;

import dev.parley.documents.CampaignJson;
import dev.parley.documents.Dialect;
import dev.parley.documents.JsonText;
import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmAgreement.Origin;
import dev.parley.domain.campaign.CpmTrackerSnapshot;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.identity.CampaignId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A campaign with some agreements, each the same whenever it is asked for.
 *
 * @param json the campaign as the reference writes it, about 1,200 bytes
 * @param trackerJson its tracker as the reference writes it, about 600 bytes
 * @param snapshot both as Parley takes them
 */
public record SampleCampaign(String json, String trackerJson, CampaignSnapshot snapshot) {
    private static final int AGREEMENTS = 11;

    /** One of many campaigns. */
    public static SampleCampaign numbered(int number) {
        String json = campaign(number);
        Campaign campaign = CampaignJson.read(JsonText.parseObject("campaign", json), Dialect.PLAIN);
        List<CpmAgreement> agreements = new ArrayList<>();
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < AGREEMENTS; i++) {
            String cpm = String.format(Locale.ROOT, "%d.%02d", 24 + i, (number * 7 + i * 13) % 100);
            String rate = String.format(Locale.ROOT, "%d.%d", 2 + i % 5, (number + i) % 9 + 1);
            agreements.add(new CpmAgreement(
                    campaign.id(),
                    new Origin.Imported(i),
                    new Cpm(new BigDecimal(cpm)),
                    new EngagementRate(new BigDecimal(rate)),
                    null));
            list.append(i == 0 ? "" : ", ").append("{\"cpm\": \"").append(cpm).append("\", \"engagement_rate\": ");
            list.append(rate).append('}');
        }
        String tracker = "{\"campaign_id\": \"" + campaign.id() + "\", \"target_min_cpm\": \"20\", \"target_max_cpm\": "
                + "\"75.40\", \"total_influencers\": 60, \"agreements\": [" + list + "]}";
        return new SampleCampaign(
                json,
                tracker,
                new CampaignSnapshot(
                        campaign, new CpmTrackerSnapshot(campaign.id(), campaign.cpmRange(), 60, agreements)));
    }

    /** The id of one of many campaigns. */
    public static CampaignId id(int number) {
        return new CampaignId(String.format(Locale.ROOT, "campaign-%05d", number));
    }

    private static String campaign(int number) {
        return String.format(Locale.ROOT, """
                {"campaign_id":"campaign-%05d","client_name":"Client %05d","budget":"25692.41",\
                "target_deliverables":"2 reels, 1 story","influencers":[\
                {"name":"Late Night Vlogs","platform":"instagram","engagement_rate":null},\
                {"name":"Jane Creator","platform":"youtube","engagement_rate":4.2},\
                {"name":"王小明","platform":"youtube","engagement_rate":null},\
                {"name":"Zoë Ångström","platform":"tiktok","engagement_rate":6.75}],\
                "cpm_range":{"min_cpm":"20","max_cpm":"75.40"},"platform":"tiktok","timeline":"TBD",\
                "created_at":"2026-01-15T12:00:00Z","background":"A family brand of outdoor \
                clothing that moves from shops to its own site this spring; past campaigns paid for reach alone.",\
                "goals":"Views by people who hike, and pictures that may be used in shops for ninety days.","deliverables":null,\
                "usage_rights":{"target":{"paid_usage":"days_90","whitelisting":"not_required",\
                "organic_owned":"not_required"},"minimum":{"paid_usage":"days_30","whitelisting":"not_required",\
                "organic_owned":"not_required"}},"budget_constraints":null,"product_leverage":null,\
                "requirements":null,"distribution":null,"influencer_sheet_tab":null,"influencer_sheet_id":null}""", number, number);
    }
}
