package dev.parley.persistence.sqlite.legacy;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.sqlite.legacy.LegacyDatabase.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes in row after row, and names the ones that cannot be taken. For one thread at a time. */
final class LegacyReading {
    private final Map<NegotiationId, NegotiationSnapshot> negotiations = new LinkedHashMap<>();

    /** Most rows carry the same texts, and a campaign with many influencers is long to read. */
    private final Map<LegacyCampaign, CampaignSnapshot> parsed = new HashMap<>();

    private final CampaignCopies copies = new CampaignCopies();
    private final List<Finding> refused = new ArrayList<>();

    /**
     * An agreement is a fact, whatever became of the row it stands in: a readable copy of a campaign counts even where
     * the negotiation beside it is refused.
     */
    void take(LegacyRow row) {
        try {
            CampaignSnapshot copy = parsed.computeIfAbsent(LegacyCampaign.of(row), LegacyCampaign::parsed);
            copies.add(copy, new RowOutcome(row.name(), takeNegotiation(row, copy)));
        } catch (InvalidValueException unreadable) {
            refuse(row, unreadable);
        }
    }

    private boolean takeNegotiation(LegacyRow row, CampaignSnapshot campaign) {
        try {
            NegotiationSnapshot negotiation = LegacyNegotiation.read(row, campaign.id());
            if (negotiations.putIfAbsent(negotiation.id(), negotiation) == null) {
                return true;
            }
            // The table's primary key rules that out, unless somebody has made the table anew without it.
            throw new InvalidValueException(LegacyColumn.THREAD_ID.code(), "stands in an earlier row, too");
        } catch (InvalidValueException unreadable) {
            refuse(row, unreadable);
            return false;
        }
    }

    private void refuse(LegacyRow row, InvalidValueException unreadable) {
        refused.add(new Finding(row.name(), OneLine.of(String.valueOf(unreadable.getMessage())), false));
    }

    List<CampaignSnapshot> campaigns() {
        return copies.longest();
    }

    List<NegotiationSnapshot> negotiations() {
        return List.copyOf(negotiations.values());
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(refused);
        findings.addAll(copies.divergences());
        return findings;
    }
}
