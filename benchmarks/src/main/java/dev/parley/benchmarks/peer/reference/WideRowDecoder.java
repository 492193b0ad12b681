package dev.parley.benchmarks.peer.reference;

import dev.parley.documents.AttributesJson;
import dev.parley.documents.CampaignJson;
import dev.parley.documents.Dialect;
import dev.parley.documents.InstantText;
import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.campaign.CampaignCpmTracker;
import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmAgreement.Origin;
import dev.parley.domain.campaign.CpmRange;
import dev.parley.domain.campaign.CpmTrackerSnapshot;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.Transition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The domain's values from a wide row, its copies of campaign and tracker included. */
final class WideRowDecoder {
    private WideRowDecoder() {}

    /** What the row that a result of {@link WideTable#ACTIVE} stands on says. */
    static DecodedRow decode(ResultSet row) throws SQLException {
        String thread = row.getString(1);
        Campaign campaign = CampaignJson.read(JsonText.parseObject("campaign_json", row.getString(5)), Dialect.PLAIN);
        NegotiationSnapshot snapshot = new NegotiationSnapshot(
                new NegotiationId(thread),
                campaign.id(),
                new ThreadId(thread),
                NegotiationState.fromCode(row.getString(2)),
                row.getInt(3),
                null,
                AttributesJson.fromPlain(JsonText.parseObject("context_json", row.getString(4)), Dialect.PLAIN),
                history(row.getString(7)),
                InstantText.parse("created_at", row.getString(8)),
                InstantText.parse("updated_at", row.getString(9)));
        return new DecodedRow(
                Negotiation.restore(snapshot),
                campaign,
                tracker(JsonText.parseObject("cpm_tracker_json", row.getString(6))));
    }

    private static CampaignCpmTracker tracker(JsonObject object) {
        CampaignId id = new CampaignId(object.text("campaign_id"));
        List<CpmAgreement> agreements = new ArrayList<>();
        for (JsonObject agreement : object.objects("agreements")) {
            agreements.add(new CpmAgreement(
                    id,
                    new Origin.Imported(agreements.size()),
                    cpm(agreement, "cpm"),
                    CampaignJson.engagementRate(agreement, Dialect.PLAIN),
                    null));
        }
        return CampaignCpmTracker.fromSnapshot(new CpmTrackerSnapshot(
                id,
                new CpmRange(cpm(object, "target_min_cpm"), cpm(object, "target_max_cpm")),
                object.integer("total_influencers"),
                agreements));
    }

    private static Cpm cpm(JsonObject object, String name) {
        return new Cpm(object.decimal(name, Dialect.PLAIN));
    }

    private static List<HistoryEntry> history(String json) {
        if (!(JsonText.parse("history_json", json) instanceof List<?> items)) {
            throw new IllegalStateException("a history is no array");
        }
        List<HistoryEntry> history = new ArrayList<>(items.size());
        for (Object item : items) {
            if (item instanceof List<?> parts
                    && parts.get(0) instanceof String from
                    && parts.get(1) instanceof String event
                    && parts.get(2) instanceof String to) {
                Transition transition = new Transition(
                        NegotiationState.fromCode(from),
                        NegotiationEvent.fromCode(event),
                        NegotiationState.fromCode(to));
                history.add(new HistoryEntry(history.size() + 1, transition, null, null));
            }
        }
        return history;
    }
}
