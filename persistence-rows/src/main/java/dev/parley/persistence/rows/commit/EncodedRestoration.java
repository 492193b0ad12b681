package dev.parley.persistence.rows.commit;

import dev.parley.documents.HistoryJson;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.NegotiationCopy;
import dev.parley.domain.port.Restoration;
import dev.parley.persistence.rows.DeliveryRow;
import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.persistence.rows.MessageRow;
import dev.parley.persistence.rows.NegotiationRow;
import dev.parley.persistence.rows.PackedHistory;
import dev.parley.persistence.rows.StepRow;
import dev.parley.persistence.rows.mapping.Mappers;
import java.util.List;

/** A restoration with its rows made, so that no JSON is written while the database is locked. */
public record EncodedRestoration(List<EncodedCopy> negotiations, List<EncodedOwed> owed) {
    /**
     * A negotiation with its rows and those of what it handled and of its steps.
     *
     * @param filled the full blocks of its history
     */
    record EncodedCopy(
            NegotiationCopy copy,
            NegotiationRow row,
            String context,
            List<HistoryBlockRow> filled,
            List<MessageRow> handled,
            List<StepRow> steps) {}

    /** A message with its rows. */
    record EncodedOwed(OwedMessage owed, MessageRow row, DeliveryRow delivery) {}

    /** Makes the rows of a restoration. */
    public static EncodedRestoration of(Restoration restoration) {
        return new EncodedRestoration(
                restoration.negotiations().stream()
                        .map(EncodedRestoration::encoded)
                        .toList(),
                restoration.owed().stream().map(EncodedRestoration::encoded).toList());
    }

    private static EncodedCopy encoded(NegotiationCopy copy) {
        NegotiationSnapshot snapshot = copy.stored().value();
        PackedHistory history = PackedHistory.of(0, HistoryJson.NO_ENTRIES, snapshot.history());
        return new EncodedCopy(
                copy,
                Mappers.NEGOTIATIONS.toRow(snapshot, history.latest()),
                Mappers.NEGOTIATIONS.context(snapshot.context()),
                history.filled(),
                copy.handled().stream().map(Mappers.MESSAGES::toRow).toList(),
                copy.steps().stream().map(Mappers.STEPS::toRow).toList());
    }

    private static EncodedOwed encoded(OwedMessage owed) {
        return new EncodedOwed(owed, Mappers.MESSAGES.toRow(owed.message()), Mappers.DELIVERIES.toRow(owed.delivery()));
    }
}
