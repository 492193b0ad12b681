package dev.parley.persistence.rows.stored;

import dev.parley.documents.InstantText;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.NegotiationOutline;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.rows.HistoryBlockRow;
import dev.parley.persistence.rows.NegotiationRow;
import dev.parley.persistence.rows.Utf8;
import dev.parley.persistence.rows.mapping.Mappers;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A row of {@code parley_negotiations} with what only the store knows of it. */
public record StoredNegotiation(
        long position,
        NegotiationRow row,
        Utf8 context,
        long revision,
        boolean agreementMissing,
        long checksum,
        long contextChecksum)
        implements Paging.Positioned {
    @Override
    public long characters() {
        return context.bytes().length;
    }

    /** Whether row and context are as they were written. */
    public boolean checksumMatches() {
        return checksum == row.checksum(revision, agreementMissing) && contextChecksum == row.contextChecksum(context);
    }

    /** Whether some of its history stands in blocks; most histories have none, and are read with their row. */
    public boolean hasBlocks() {
        return row.historyLength() >= HistoryBlockRow.SIZE;
    }

    /**
     * Requires that it holds what it was found by.
     *
     * @throws UnreadableException if a damaged index has led to it
     */
    public void requireFoundBy(String key, @Nullable String held) {
        if (!key.equals(held)) {
            throw Unreadable.row(Unreadable.NEGOTIATION, position, row.negotiationId(), Unreadable.DAMAGED_INDEX);
        }
    }

    /**
     * What it means.
     *
     * @param history its history
     * @throws UnreadableException if it or its history cannot be read
     */
    public Stored<NegotiationSnapshot> snapshot(StoredHistory history) {
        return read(checksumMatches() && history.checksumsMatch(), () -> {
            NegotiationSnapshot snapshot =
                    Mappers.NEGOTIATIONS.toSnapshot(row, Mappers.NEGOTIATIONS.context(context), history.entries());
            requireFitting(snapshot.state(), snapshot.expiresAt());
            return snapshot;
        });
    }

    /**
     * What it means without its history.
     *
     * @throws UnreadableException if it cannot be read; of the context, when that is asked for
     */
    public Stored<NegotiationOutline> outline() {
        return read(checksumMatches(), () -> {
            NegotiationOutline outline = Mappers.NEGOTIATIONS.toOutline(row, this::decodedContext);
            requireFitting(outline.state(), outline.expiresAt());
            return outline;
        });
    }

    /** Whether it has certainly ended before a moment; of a damaged row nobody knows. */
    public boolean hasEndedBefore(Instant moment) {
        try {
            return checksumMatches()
                    && NegotiationState.fromCode(row.state()).isTerminal()
                    && InstantText.parse("updated_at", row.updatedAt()).isBefore(moment);
        } catch (InvalidValueException unreadable) {
            return false;
        }
    }

    /** The bytes are those that were written, as their checksum has told. */
    private Attributes decodedContext() {
        return read(true, () -> Mappers.NEGOTIATIONS.context(context)).value();
    }

    private <T> Stored<T> read(boolean intact, Supplier<T> meaning) {
        T value = Unreadable.read(Unreadable.NEGOTIATION, position, row.negotiationId(), intact, meaning);
        return new Stored<>(value, revision);
    }

    /** The columns that rows are found by are made of the others. */
    private void requireFitting(NegotiationState state, Optional<Instant> expiresAt) {
        if (state.isTerminal() == row.active()) {
            throw new InvalidValueException("active", "does not fit the state, so a start-up would miss the row");
        }
        if (!Objects.equals(expiresAt.map(InstantText::writeSortable).orElse(null), row.expiresAt())) {
            throw new InvalidValueException("expires_at", "does not fit the deadline, so it would be missed");
        }
    }
}
