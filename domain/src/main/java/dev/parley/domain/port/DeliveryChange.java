package dev.parley.domain.port;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.value.InvalidValueException;

/**
 * What a commit makes of the delivery of one owed message.
 *
 * @param id which message
 * @param decidedOn the delivery that the change was decided on
 * @param delivery the delivery as it shall stand
 */
public record DeliveryChange(MessageId id, Delivery decidedOn, Delivery delivery) {
    /**
     * An owed message that has come further since it was read.
     *
     * @throws InvalidValueException if it is another message
     */
    public static DeliveryChange of(OwedMessage before, OwedMessage after) {
        if (!before.message().equals(after.message())) {
            throw new InvalidValueException(
                    "delivery", "is of message " + after.id() + ", but " + before.id() + " was read");
        }
        return new DeliveryChange(before.id(), before.delivery(), after.delivery());
    }
}
