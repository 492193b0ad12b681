package dev.parley.persistence.sqlite;

import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.persistence.sqlite.row.CampaignRow;
import dev.parley.persistence.sqlite.row.MessageRow;
import dev.parley.persistence.sqlite.row.NegotiationRow;
import dev.parley.persistence.sqlite.row.TransitionRow;
import java.util.List;

/** A commit with its rows made, so that no JSON is written while the database is locked. */
record EncodedCommit(
        Commit commit,
        List<EncodedCampaign> campaigns,
        List<EncodedChange> changes,
        List<Handled> handled,
        List<Owed> owed) {
    record EncodedCampaign(CampaignSnapshot snapshot, CampaignRow row) {}

    record EncodedChange(NegotiationChange change, NegotiationRow row, List<TransitionRow> appended) {}

    record Handled(InboundMessage message, MessageRow row) {}

    record Owed(OutboundMessage message, MessageRow row) {}

    static EncodedCommit of(Commit commit) {
        return new EncodedCommit(
                commit,
                commit.campaigns().stream()
                        .map(campaign -> new EncodedCampaign(campaign, Mappers.CAMPAIGNS.toRow(campaign)))
                        .toList(),
                commit.changes().stream().map(EncodedCommit::encoded).toList(),
                commit.handled().stream()
                        .map(message -> new Handled(message, Mappers.MESSAGES.toRow(message)))
                        .toList(),
                commit.owed().stream()
                        .map(message -> new Owed(message, Mappers.MESSAGES.toRow(message)))
                        .toList());
    }

    private static EncodedChange encoded(NegotiationChange change) {
        return new EncodedChange(
                change,
                Mappers.NEGOTIATIONS.toRow(change.snapshot()),
                change.appended().stream().map(Mappers.NEGOTIATIONS::toRow).toList());
    }
}
