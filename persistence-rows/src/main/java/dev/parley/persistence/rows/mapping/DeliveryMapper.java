package dev.parley.persistence.rows.mapping;

import dev.parley.documents.InstantText;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.Receipt;
import dev.parley.persistence.rows.DeliveryRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Between a delivery and its row. */
@Mapper(config = MappingRules.class)
public interface DeliveryMapper {
    /** The row of a delivery. */
    @Mapping(target = "open", source = "state", qualifiedByName = "open")
    @Mapping(target = "dueAt", source = "dueAt", qualifiedByName = "sortable")
    @Mapping(target = "providerMessageId", source = "receipt.providerMessageId")
    @Mapping(target = "threadId", source = "receipt.threadId")
    DeliveryRow toRow(Delivery delivery);

    /**
     * The delivery of a row.
     *
     * @throws dev.parley.domain.value.InvalidValueException if its parts do not fit together
     */
    @Mapping(target = "receipt", source = "row", qualifiedByName = "receipt")
    @BeanMapping(ignoreUnmappedSourceProperties = {"open", "providerMessageId", "threadId"})
    Delivery toDelivery(DeliveryRow row);

    /** Whether a state leaves something to do. */
    @Named("open")
    default boolean open(DeliveryState state) {
        return !state.isSettled();
    }

    /** An instant as text that sorts. */
    @Named("sortable")
    default String sortable(Instant instant) {
        return InstantText.writeSortable(instant);
    }

    /** What the provider said: of a sent message always, if only that it took it. */
    @Named("receipt")
    default @Nullable Receipt receipt(DeliveryRow row) {
        boolean sent = row.state().equals(DeliveryState.SENT.code());
        if (!sent && row.providerMessageId() == null && row.threadId() == null) {
            return null;
        }
        return new Receipt(
                row.providerMessageId() == null ? null : new MessageId(row.providerMessageId()),
                row.threadId() == null ? null : new ThreadId(row.threadId()));
    }
}
