package dev.parley.persistence.rows.stored;

import dev.parley.documents.HistoryJson;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.persistence.rows.NegotiationRow;
import dev.parley.persistence.rows.PackedHistory;
import dev.parley.persistence.rows.mapping.Mappers;
import java.util.List;

/**
 * What the content of a negotiation that a human has mended determines of its rows.
 *
 * @param row as it is to stand: the columns that are there to find it by, and its history, are made anew
 * @param blocks all full blocks of its history
 * @param hasAgreed whether an agreement of it is to be looked for
 */
public record MendedNegotiation(NegotiationRow row, List<HistoryBlockRow> blocks, boolean hasAgreed) {
    /**
     * Makes it of the content alone, whatever the checksums say.
     *
     * @throws UnreadableException if the content means nothing
     */
    public static MendedNegotiation of(StoredNegotiation content, StoredHistory history) {
        NegotiationSnapshot snapshot = Unreadable.read(
                Unreadable.NEGOTIATION,
                content.position(),
                content.row().negotiationId(),
                true,
                () -> Mappers.NEGOTIATIONS.toSnapshot(
                        content.row(), Mappers.NEGOTIATIONS.context(content.context()), history.decoded()));
        // Blocks are full, whatever a human has put into them.
        PackedHistory packed = PackedHistory.of(0, HistoryJson.NO_ENTRIES, snapshot.history());
        return new MendedNegotiation(
                Mappers.NEGOTIATIONS.toRow(snapshot, packed.latest()),
                packed.filled(),
                snapshot.state() == NegotiationState.AGREED);
    }
}
