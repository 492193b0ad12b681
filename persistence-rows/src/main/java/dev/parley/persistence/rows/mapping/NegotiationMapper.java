package dev.parley.persistence.rows.mapping;

import dev.parley.documents.AttributesJson;
import dev.parley.documents.InstantText;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.NegotiationOutline;
import dev.parley.persistence.rows.NegotiationRow;
import dev.parley.persistence.rows.Utf8;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Between a negotiation's snapshot and its rows. */
@Mapper(config = MappingRules.class)
public interface NegotiationMapper {
    /**
     * The row of a snapshot.
     *
     * @param latestHistory the entries of its history since the last full block, as they are stored
     */
    @Mapping(target = "negotiationId", source = "snapshot.id")
    @Mapping(target = "active", source = "snapshot.state", qualifiedByName = "active")
    @Mapping(target = "expiresAt", source = "snapshot", qualifiedByName = "expiry")
    @Mapping(target = "historyLength", source = "snapshot.history", qualifiedByName = "length")
    @BeanMapping(ignoreUnmappedSourceProperties = "context")
    NegotiationRow toRow(NegotiationSnapshot snapshot, String latestHistory);

    /**
     * The snapshot of a row, its context and its history.
     *
     * @throws dev.parley.domain.value.InvalidValueException if they do not fit together
     */
    @Mapping(target = "id", source = "row.negotiationId")
    @BeanMapping(ignoreUnmappedSourceProperties = {"active", "expiresAt", "historyLength", "latestHistory"})
    NegotiationSnapshot toSnapshot(NegotiationRow row, Attributes context, List<HistoryEntry> history);

    /**
     * The outline of a row.
     *
     * @param context decodes the context
     * @throws dev.parley.domain.value.InvalidValueException if the row means nothing
     */
    @Mapping(target = "id", source = "row.negotiationId")
    @BeanMapping(ignoreUnmappedSourceProperties = {"active", "expiresAt", "latestHistory"})
    NegotiationOutline toOutline(NegotiationRow row, Supplier<Attributes> context);

    /** A context as it is stored. */
    default String context(Attributes context) {
        return AttributesJson.write(context);
    }

    /**
     * The context that was stored.
     *
     * @throws dev.parley.domain.value.InvalidValueException if it means nothing
     */
    default Attributes context(Utf8 stored) {
        return AttributesJson.read("context", stored.bytes());
    }

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
