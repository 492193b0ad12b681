package dev.parley.persistence.rows.stored;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.rows.DeliveryRow;
import dev.parley.persistence.rows.mapping.Mappers;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code parley_deliveries} and the message it belongs to.
 *
 * @param position the position of the message
 * @param row null where the message has none
 * @param fitsNegotiation whether it names the same negotiation as the message
 */
public record StoredDelivery(
        long position, String messageId, @Nullable DeliveryRow row, boolean fitsNegotiation, long checksum) {
    /**
     * What it means.
     *
     * @throws UnreadableException if it cannot be read
     */
    public Delivery delivery() {
        DeliveryRow stored = requiredRow();
        boolean intact = checksum == stored.checksum(messageId);
        return Unreadable.read(Unreadable.DELIVERY, position, messageId, intact, () -> {
            Delivery delivery = Mappers.DELIVERIES.toDelivery(stored);
            if (!fitsNegotiation || !Mappers.DELIVERIES.toRow(delivery).isFoundLike(stored)) {
                throw new InvalidValueException("delivery", "does not fit its indexes, so it would be missed");
            }
            return delivery;
        });
    }

    /**
     * The row that its content determines, whatever its checksum says: the columns to find it by are made anew.
     *
     * @throws UnreadableException if its content means nothing, or there is none
     */
    public DeliveryRow mended() {
        DeliveryRow stored = requiredRow();
        return Unreadable.read(
                Unreadable.DELIVERY,
                position,
                messageId,
                true,
                () -> Mappers.DELIVERIES.toRow(Mappers.DELIVERIES.toDelivery(stored)));
    }

    /**
     * Requires that it is of the message that was asked for.
     *
     * @throws UnreadableException if a damaged index has led to it
     */
    public void requireMessage(MessageId id) {
        if (!messageId.equals(id.value())) {
            throw Unreadable.row(Unreadable.OUTBOUND_MESSAGE, position, messageId, Unreadable.DAMAGED_INDEX);
        }
    }

    private DeliveryRow requiredRow() {
        DeliveryRow stored = row;
        if (stored == null) {
            throw Unreadable.row(Unreadable.DELIVERY, position, messageId, "it is missing");
        }
        return stored;
    }
}
