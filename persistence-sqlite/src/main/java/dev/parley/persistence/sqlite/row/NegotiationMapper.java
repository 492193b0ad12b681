package dev.parley.persistence.sqlite.row;

import dev.parley.documents.InstantText;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Between a negotiation's snapshot and its rows. */
@Mapper(config = MappingRules.class)
public interface NegotiationMapper {
    /** The row of a snapshot. */
    @Mapping(target = "negotiationId", source = "id")
    @Mapping(target = "active", source = "state", qualifiedByName = "active")
    @Mapping(target = "expiresAt", source = "snapshot", qualifiedByName = "expiry")
    @Mapping(target = "historyLength", source = "history", qualifiedByName = "length")
    NegotiationRow toRow(NegotiationSnapshot snapshot);

    /**
     * The snapshot of a row and its history.
     *
     * @throws dev.parley.domain.value.InvalidValueException if the two do not fit together
     */
    @Mapping(target = "id", source = "row.negotiationId")
    @BeanMapping(ignoreUnmappedSourceProperties = {"active", "expiresAt", "historyLength"})
    NegotiationSnapshot toSnapshot(NegotiationRow row, List<HistoryEntry> history);

    /** The row of a history entry. */
    @Mapping(target = "fromState", source = "transition.from")
    @Mapping(target = "event", source = "transition.event")
    @Mapping(target = "toState", source = "transition.to")
    TransitionRow toRow(HistoryEntry entry);

    /** The history entry of a row. */
    @Mapping(target = "transition.from", source = "fromState")
    @Mapping(target = "transition.event", source = "event")
    @Mapping(target = "transition.to", source = "toState")
    HistoryEntry toEntry(TransitionRow row);

    /** Whether a state keeps a negotiation in flight. */
    @Named("active")
    default boolean active(NegotiationState state) {
        return !state.isTerminal();
    }

    /** When TIMEOUT is due, in a form that sorts. */
    @Named("expiry")
    default @Nullable String expiry(NegotiationSnapshot snapshot) {
        return snapshot.expiresAt().map(InstantText::writeSortable).orElse(null);
    }

    /** How long a history is. */
    @Named("length")
    default int length(List<HistoryEntry> history) {
        return history.size();
    }
}
