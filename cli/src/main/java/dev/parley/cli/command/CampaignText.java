package dev.parley.cli.command;

import dev.parley.domain.campaign.CampaignCpmTracker;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmRange;
import dev.parley.domain.campaign.EngagementRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A campaign as text for humans. */
final class CampaignText {
    private CampaignText() {}

    static List<String> detail(CampaignSnapshot campaign, List<EngagementRate> rates) {
        CampaignCpmTracker tracker = CampaignCpmTracker.fromSnapshot(campaign.tracker());
        CpmRange target = campaign.tracker().target();
        List<String> lines = new ArrayList<>();
        lines.add("campaign     " + campaign.id());
        lines.add("  client     " + campaign.campaign().clientName());
        lines.add("  budget     " + campaign.campaign().budget().toPlainString());
        lines.add("  target     " + target.min().amount().toPlainString() + " to "
                + target.max().amount().toPlainString());
        lines.add("  agreed     " + tracker.agreements().size() + " of "
                + campaign.tracker().totalInfluencers() + " influencers");
        tracker.agreements().forEach(agreement -> lines.add(agreement(agreement)));
        lines.add("  average    " + amount(tracker.runningAverageCpm()));
        lines.add("  effective  " + amount(tracker.effectiveCpm()));
        lines.add("  offer      " + tracker.flexibilityFor(null).reason());
        for (EngagementRate rate : rates) {
            lines.add("  offer      at " + rate.percent().toPlainString() + " %: "
                    + tracker.flexibilityFor(rate).reason());
        }
        return lines;
    }

    private static String agreement(CpmAgreement agreement) {
        return "    " + agreement.cpm().amount().toPlainString() + "  " + agreement.origin();
    }

    private static String amount(Optional<BigDecimal> amount) {
        return amount.map(BigDecimal::toPlainString).orElse("-");
    }
}
