package dev.parley.persistence.sqlite.legacy;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.persistence.sqlite.legacy.LegacyDatabase.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rows say about their campaigns. Each row carries a copy, and most copies are equal: one is kept of each
 * kind, with the rows that have it. For one thread at a time.
 */
final class CampaignCopies {
    private final Map<CampaignId, Map<CampaignSnapshot, List<RowOutcome>>> campaigns = new LinkedHashMap<>();

    void add(CampaignSnapshot copy, RowOutcome row) {
        campaigns
                .computeIfAbsent(copy.id(), absent -> new LinkedHashMap<>())
                .computeIfAbsent(copy, absent -> new ArrayList<>())
                .add(row);
    }

    /** Of each campaign the copy that knows the most agreements; of equally long ones the first. */
    List<CampaignSnapshot> longest() {
        return campaigns.values().stream()
                .map(copies -> longest(copies).getKey())
                .toList();
    }

    /** The rows whose copy contradicts the longest one. */
    List<Finding> divergences() {
        List<Finding> findings = new ArrayList<>();
        for (Map<CampaignSnapshot, List<RowOutcome>> copies : campaigns.values()) {
            Map.Entry<CampaignSnapshot, List<RowOutcome>> taken = longest(copies);
            String source = ", other than the copy taken, that of row "
                    + taken.getValue().get(0).row();
            copies.forEach((copy, rows) -> Divergence.between(copy, taken.getKey())
                    .ifPresent(difference -> rows.forEach(
                            row -> findings.add(new Finding(row.row(), difference + source, row.imported())))));
        }
        return findings;
    }

    private static Map.Entry<CampaignSnapshot, List<RowOutcome>> longest(
            Map<CampaignSnapshot, List<RowOutcome>> copies) {
        Map.Entry<CampaignSnapshot, List<RowOutcome>> longest =
                copies.entrySet().iterator().next();
        for (Map.Entry<CampaignSnapshot, List<RowOutcome>> entry : copies.entrySet()) {
            if (length(entry.getKey()) > length(longest.getKey())) {
                longest = entry;
            }
        }
        return longest;
    }

    private static int length(CampaignSnapshot copy) {
        return copy.tracker().agreements().size();
    }
}
