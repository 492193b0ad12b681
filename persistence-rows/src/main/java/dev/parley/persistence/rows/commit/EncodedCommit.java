package dev.parley.persistence.rows.commit;

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
import dev.parley.persistence.rows.CampaignRow;
import dev.parley.persistence.rows.DeliveryRow;
import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.persistence.rows.MessageRow;
import dev.parley.persistence.rows.NegotiationRow;
import dev.parley.persistence.rows.PackedHistory;
import dev.parley.persistence.rows.StepRow;
import dev.parley.persistence.rows.mapping.Mappers;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A commit with its rows made, so that no JSON is written while the database is locked. */
public record EncodedCommit(
        Commit commit,
        List<EncodedCampaign> campaigns,
        List<EncodedChange> changes,
        List<Handled> handled,
        List<Owed> owed,
        List<Moved> moved,
        @Nullable StepRow step) {
    /** A campaign with its row; its agreements are not encoded. */
    public record EncodedCampaign(CampaignSnapshot snapshot, CampaignRow row) {}

    /**
     * A change with its rows.
     *
     * @param context null if it stays as it is stored
     * @param filled the blocks of the history that are full then, if they are
     * @param step it as an ordinary step, if it is one
     */
    public record EncodedChange(
            NegotiationChange change,
            NegotiationRow row,
            @Nullable String context,
            List<HistoryBlockRow> filled,
            OrdinaryStep step) {
        /** How many entries of the history are stored before. */
        public int known() {
            return row.historyLength() - change.newEntries();
        }
    }

    /** A message that was handled, with its row. */
    public record Handled(InboundMessage message, MessageRow row) {}

    /** A message that is owed from now on, with its rows. */
    public record Owed(OutboundMessage message, MessageRow row, DeliveryRow delivery) {}

    /** How far a message has come, with the row of that. */
    public record Moved(DeliveryChange change, DeliveryRow row) {}

    /** Makes the rows of a commit. */
    public static EncodedCommit of(Commit commit) {
        return new EncodedCommit(
                commit,
                each(commit.campaigns(), campaign -> new EncodedCampaign(campaign, Mappers.CAMPAIGNS.toRow(campaign))),
                each(commit.changes(), EncodedCommit::encoded),
                each(commit.handled(), message -> new Handled(message, Mappers.MESSAGES.toRow(message))),
                each(commit.owed(), message -> encoded(OwedMessage.of(message))),
                each(commit.deliveries(), change -> new Moved(change, Mappers.DELIVERIES.toRow(change.delivery()))),
                commit.step() == null
                        ? null
                        : encoded(commit.step(), commit.changes().get(0)));
    }

    /** Most parts of most commits are empty. */
    private static <T, R> List<R> each(List<T> parts, Function<T, R> encoding) {
        return parts.isEmpty() ? List.of() : parts.stream().map(encoding).toList();
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
                change, row, context, history.filled(), OrdinaryStep.of(change, row, context, latestBefore));
    }
}
