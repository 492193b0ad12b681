package dev.parley.persistence.sqlite;

import dev.parley.documents.HistoryJson;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.RecordedStep;
import dev.parley.persistence.sqlite.row.CampaignRow;
import dev.parley.persistence.sqlite.row.DeliveryRow;
import dev.parley.persistence.sqlite.row.HistoryBlockRow;
import dev.parley.persistence.sqlite.row.MessageRow;
import dev.parley.persistence.sqlite.row.NegotiationRow;
import dev.parley.persistence.sqlite.row.StepRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A commit with its rows made, so that no JSON is written while the database is locked. */
record EncodedCommit(
        Commit commit,
        List<EncodedCampaign> campaigns,
        List<EncodedChange> changes,
        List<Handled> handled,
        List<Owed> owed,
        List<Moved> moved,
        @Nullable StepRow step) {
    record EncodedCampaign(CampaignSnapshot snapshot, CampaignRow row) {}

    /**
     * A change with its rows.
     *
     * @param context null if it stays as it is stored
     * @param filled the blocks of the history that are full then, if they are
     * @param step what writes it, if it is an ordinary step
     */
    record EncodedChange(
            NegotiationChange change,
            NegotiationRow row,
            @Nullable String context,
            List<HistoryBlockRow> filled,
            StepStatement step) {
        /** How many entries of the history are stored before. */
        int known() {
            return row.historyLength() - change.newEntries();
        }
    }

    record Handled(InboundMessage message, MessageRow row) {}

    record Owed(OutboundMessage message, MessageRow row, DeliveryRow delivery) {}

    record Moved(DeliveryChange change, DeliveryRow row) {}

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
                        .map(message -> encoded(OwedMessage.of(message)))
                        .toList(),
                commit.deliveries().stream()
                        .map(change -> new Moved(change, Mappers.DELIVERIES.toRow(change.delivery())))
                        .toList(),
                commit.step() == null
                        ? null
                        : encoded(commit.step(), commit.changes().get(0)));
    }

    private static Owed encoded(OwedMessage owed) {
        return new Owed(
                owed.message(), Mappers.MESSAGES.toRow(owed.message()), Mappers.DELIVERIES.toRow(owed.delivery()));
    }

    private static StepRow encoded(NamedStep step, NegotiationChange change) {
        NegotiationSnapshot after = change.snapshot();
        return Mappers.STEPS.toRow(new RecordedStep(step, change.newRevision(), after.state(), after.updatedAt()));
    }

    private static EncodedChange encoded(NegotiationChange change) {
        NegotiationSnapshot after = change.snapshot();
        int known = after.history().size() - change.newEntries();
        int full = known - known % HistoryBlockRow.SIZE;
        String latestBefore = HistoryJson.write(after.history().subList(full, known));
        PackedHistory history = PackedHistory.of(known, latestBefore, change.appended());
        NegotiationRow row = Mappers.NEGOTIATIONS.toRow(after, history.latest());
        String context = change.contextChanged() ? Mappers.NEGOTIATIONS.context(after.context()) : null;
        return new EncodedChange(
                change, row, context, history.filled(), StepStatement.of(change, row, context, latestBefore));
    }
}
